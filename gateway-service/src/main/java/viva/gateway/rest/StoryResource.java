package viva.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.contracts.AvatarId;
import viva.gateway.backend.Asker;
import viva.gateway.backend.Avatars;
import viva.gateway.channel.Digest;
import viva.gateway.timeline.Cursor;
import viva.gateway.why.Why;
import viva.platform.service.identity.Caller;
import viva.platform.service.problem.Rejected;

/** What an avatar went through: what happened while its owner was away, and why. */
@Cancellable(false)
@Path("/api")
public class StoryResource {
    private static final int UUID_LENGTH = 36;

    private final Avatars avatars;
    private final Digest digest;
    private final Why why;
    private final Caller caller;

    StoryResource(Avatars avatars, Digest digest, Why why, Caller caller) {
        this.avatars = avatars;
        this.digest = digest;
        this.why = why;
        this.caller = caller;
    }

    /** What happened, oldest first; each line is the push of its event, with the name of the event in it. */
    record Lines(ArrayNode items) {}

    @GET
    @Path("/avatars/{id}/digest")
    @Operation(summary = "What happened since an instant (ISO 8601), or since I last looked")
    public Uni<Lines> digest(AvatarId id, @QueryParam("since") String since) {
        Instant from = since == null ? null : instant(since);
        return avatars.require(Asker.of(caller), id)
                .chain(() -> from == null ? digest.unseen(id) : digest.since(id, from))
                .map(Lines::new);
    }

    @GET
    @Path("/avatars/{id}/why")
    @Operation(summary = "Why something happened, by its event_id: the steps from what happened to what was done")
    public Uni<JsonNode> why(AvatarId id, @QueryParam("event") String event) {
        UUID eventId = event(event);
        Asker asker = Asker.of(caller);
        return avatars.require(asker, id).chain(() -> why.of(asker, id, eventId));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notAnInstant) {
            throw Rejected.invalid("since", "must be an instant such as 2026-11-01T10:00:00Z");
        }
    }

    private static UUID event(String text) {
        if (text == null) {
            throw Rejected.invalid("event", "is required");
        }
        try {
            return text.length() == UUID_LENGTH
                    ? UUID.fromString(text)
                    : Cursor.parse(text).eventId();
        } catch (IllegalArgumentException notAnEvent) {
            throw Rejected.invalid("event", "must be the event_id of an event");
        }
    }
}
