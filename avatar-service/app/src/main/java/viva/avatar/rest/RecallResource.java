package viva.avatar.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.avatar.memory.Listener;
import viva.avatar.remembering.MemoryConfig;
import viva.avatar.search.Query;
import viva.avatar.search.Searches;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.platform.service.identity.Internal;
import viva.platform.service.problem.Rejected;

/** What comes to an avatar's mind, for the service that lives its life. */
@Cancellable(false)
@Path("/internal/avatars/{id}/recall")
@PermitAll
@Internal
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "memories")
public class RecallResource {
    private final Searches searches;
    private final MemoryConfig config;

    RecallResource(Searches searches, MemoryConfig config) {
        this.searches = searches;
        this.config = config;
    }

    /**
     * Recalls.
     *
     * @param audience who hears the answer: {@code owner} (the default), {@code pair} with the avatar {@code with}, or {@code anyone}
     */
    @GET
    @Operation(
            summary = "What comes to an avatar's mind, the best first",
            description =
                    "Facts that were superseded are left out. It reinforces nothing: what an event used is told by avatar.recalled. An avatar that is not known"
                            + " recalls nothing.")
    @APIResponse(responseCode = "200", description = "At most limit memories that the audience may hear")
    @APIResponse(responseCode = "401", description = "It is no other service that asks")
    @APIResponse(responseCode = "422", description = "No question, or an audience that does not go with it")
    public Uni<List<RecallView>> recall(
            @RestPath AvatarId id,
            @RestQuery Optional<String> query,
            @RestQuery Optional<String> limit,
            @RestQuery Optional<String> audience,
            @RestQuery Optional<String> with,
            @RestQuery Optional<String> type) {
        Query asked = new Query(
                SearchParameters.question("query", query),
                SearchParameters.limit(limit),
                SearchParameters.kind(type),
                null,
                Query.Days.ANY,
                Optional.empty(),
                listener(audience, SearchParameters.avatar("with", with)),
                true,
                config.embedding().recallTimeout());
        double bar = config.semantic().found();
        return searches.find(id, asked)
                .map(found -> found.items().stream()
                        .map(item -> RecallView.of(item, bar))
                        .toList());
    }

    private static Listener listener(Optional<String> audience, Optional<AvatarId> with) {
        Audience known = audience.map(label -> Audience.ifKnown(label)
                        .orElseThrow(() -> Rejected.invalid("audience", "must be owner, pair or anyone")))
                .orElse(Audience.OWNER);
        return switch (known) {
            case OWNER -> new Listener.Owner();
            case PAIR ->
                new Listener.Partner(
                        with.orElseThrow(() -> Rejected.invalid("with", "must name the other one of the pair")));
            case ANYONE -> new Listener.Everybody();
        };
    }
}
