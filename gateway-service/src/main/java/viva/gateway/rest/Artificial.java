package viva.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Says of what is shown of an avatar that it is no person. */
final class Artificial {
    private static final String AI = "ai";

    private Artificial() {}

    /** The same object with {@code "ai": true}, and so each of the {@code items} of a page. */
    static JsonNode told(JsonNode shown) {
        if (shown.path("items").isArray()) {
            shown.path("items").forEach(Artificial::told);
        } else if (shown instanceof ObjectNode object) {
            object.put(AI, true);
        }
        return shown;
    }
}
