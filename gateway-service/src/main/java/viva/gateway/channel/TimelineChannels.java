package viva.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;
import viva.gateway.phoenix.ChannelFamily;
import viva.gateway.phoenix.JoinDecision;
import viva.gateway.phoenix.JoinRequest;
import viva.gateway.timeline.Cursor;

/**
 * Topics that are named after an id and fed from a timeline, so that a client that rejoins goes on after the last event it knows.
 *
 * @param <I> the id
 */
abstract class TimelineChannels<I> implements ChannelFamily {
    private static final int UUID_LENGTH = 36;

    private final String prefix;
    private final Function<String, I> reader;

    /** @param reader fails with an {@link IllegalArgumentException} for what is no id */
    TimelineChannels(String prefix, Function<String, I> reader) {
        this.prefix = prefix;
        this.reader = reader;
    }

    @Override
    public final String prefix() {
        return prefix;
    }

    /** What is not the asker's own is not found, whether it exists or not. */
    @Override
    public final Uni<JoinDecision> join(JoinRequest request) {
        Optional<I> id = id(request.name());
        if (id.isEmpty()) {
            return Uni.createFrom().item(JoinDecision.denied("not_found"));
        }
        Cursor last;
        try {
            last = lastEvent(request.params());
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().item(JoinDecision.denied("bad_last_event_id", e.getMessage()));
        }
        return join(request, id.get(), last);
    }

    /**
     * Grants the join, or fails as the service that knows the asker's rights does.
     *
     * @param last the last event that the client knows, or null when it begins anew
     */
    abstract Uni<JoinDecision> join(JoinRequest request, I id, Cursor last);

    /** Only the form that ids are written in, so that a topic has one name. */
    private Optional<I> id(String text) {
        if (text.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cursor lastEvent(ObjectNode params) {
        JsonNode param = params.path("last_event_id");
        return param.isMissingNode() || param.isNull() ? null : Cursor.parse(param.asText());
    }
}
