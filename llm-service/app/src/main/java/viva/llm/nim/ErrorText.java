package viva.llm.nim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import viva.contracts.Json;

/**
 * A server's explanation of an error, short and without secrets. Read in the order in which NIM's servers give it: {@code detail},
 * {@code error} (a string or its {@code message}), {@code title}, {@code message}.
 */
final class ErrorText {
    private static final int MOST_CHARS = 160;
    private static final Pattern SECRETS = Pattern.compile("(?i)(nvapi-|sk-|bearer\\s+)\\S+|[A-Za-z0-9_\\-]{32,}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");

    private ErrorText() {}

    /** Of a response's body; empty when it is not JSON or explains nothing. */
    static String of(String body) {
        try {
            return of(Json.mapper().readTree(body));
        } catch (JsonProcessingException notJson) {
            return "";
        }
    }

    static String of(JsonNode body) {
        if (body == null) {
            return "";
        }
        for (String field : List.of("detail", "error", "title", "message")) {
            String text = text(body.path(field));
            if (!text.isBlank()) {
                return harmless(text);
            }
        }
        return "";
    }

    /** Validation errors quote what was sent; only where and why is taken from them. */
    private static String text(JsonNode node) {
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(
                    item -> parts.add(item.path("loc") + " " + item.path("msg").asText()));
            return String.join("; ", parts);
        }
        return node.isObject() ? node.path("message").asText() : node.asText();
    }

    static String harmless(String text) {
        String plain = INVISIBLE.matcher(text).replaceAll(" ").strip();
        String hidden = SECRETS.matcher(plain).replaceAll("***");
        return hidden.length() <= MOST_CHARS ? hidden : hidden.substring(0, MOST_CHARS) + "…";
    }
}
