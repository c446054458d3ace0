package viva.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import viva.gateway.timeline.Cursor;

/** What joins to topics with an id have in common. */
final class Joins {
    private static final int UUID_LENGTH = 36;

    private Joins() {}

    /** Only the form that ids are written in, so that a topic has one name. */
    static <T> Optional<T> id(String text, Function<String, T> reader) {
        if (text.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The last event that the client knows, or null when it begins anew.
     *
     * @throws IllegalArgumentException when it is something else than an event's id
     */
    static Cursor lastEvent(ObjectNode params) {
        JsonNode param = params.path("last_event_id");
        return param.isMissingNode() || param.isNull() ? null : Cursor.parse(param.asText());
    }
}
