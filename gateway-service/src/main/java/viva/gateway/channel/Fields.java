package viva.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/** Reads the fields of an event's payload; what is wrong with one is said in a {@link BadPayload}. */
record Fields(ObjectNode payload) {
    /** A text that must be there; {@code reader} says what else it must be. */
    <T> T required(String name, Function<String, T> reader) {
        T value = optional(name, reader);
        if (value == null) {
            throw new BadPayload(name + " is missing");
        }
        return value;
    }

    /** A text, or null when the field is absent or null. */
    <T> T optional(String name, Function<String, T> reader) {
        JsonNode node = payload.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            throw new BadPayload(name + " must be a string");
        }
        try {
            return reader.apply(node.textValue());
        } catch (IllegalArgumentException e) {
            throw new BadPayload(e.getMessage().startsWith(name) ? e.getMessage() : name + " is malformed");
        }
    }

    String optionalText(String name, int longest) {
        String text = optional(name, Function.identity());
        if (text != null && text.length() > longest) {
            throw new BadPayload(name + " must have at most " + longest + " characters");
        }
        return text;
    }

    /** The field {@code limit} as text: 1 to {@code most}, or null when it is absent. */
    String limit(int most) {
        JsonNode node = payload.path("limit");
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isInt() || node.intValue() < 1 || node.intValue() > most) {
            throw new BadPayload("limit must be a whole number from 1 to " + most);
        }
        return node.asText();
    }
}
