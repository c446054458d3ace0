package viva.llm.nim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import viva.contracts.Json;

/** Reads a response that is one JSON document; whatever else comes is a typed failure. */
final class JsonReader<T> implements BodyReader<T> {
    /** An explanation is shorter; the rest of an error page says nothing. */
    private static final int MOST_ERROR_BYTES = 64 * 1024;

    private final int limit;
    private final Runnable onBegin;
    private final Function<JsonNode, T> meaning;
    private BoundedBody body;
    private Head head;

    /**
     * @param limit the most bytes of the document
     * @param onBegin called when a success begins
     */
    JsonReader(int limit, Runnable onBegin, Function<JsonNode, T> meaning) {
        this.limit = limit;
        this.onBegin = onBegin;
        this.meaning = meaning;
    }

    @Override
    public void begin(Head begun) {
        head = begun;
        body = new BoundedBody(begun.isSuccess() ? limit : MOST_ERROR_BYTES);
        if (begun.isSuccess()) {
            onBegin.run();
        }
    }

    @Override
    public boolean take(byte[] chunk) {
        if (!head.isSuccess() && !body.hasRoomFor(chunk)) {
            return true;
        }
        body.add(chunk);
        return false;
    }

    @Override
    public T end() {
        if (!head.isSuccess()) {
            throw new NimException(Statuses.fault(head.status(), ErrorText.of(body.text()), head.retryAfter()));
        }
        if (!head.isJson()) {
            throw new NimException(new NimFault.Garbled("the content type is not JSON"));
        }
        return meaning.apply(document());
    }

    @Override
    public boolean hasBegun() {
        return false;
    }

    private JsonNode document() {
        try {
            JsonNode document = Json.mapper().readTree(body.text());
            if (document == null || !document.isObject()) {
                throw new NimException(new NimFault.Garbled("the body is no JSON object"));
            }
            requireNoError(document);
            return document;
        } catch (JsonProcessingException broken) {
            throw new NimException(new NimFault.Garbled("the body is no JSON"));
        }
    }

    /** A success may hold an error all the same. */
    static void requireNoError(JsonNode document) {
        JsonNode error = document.path("error");
        boolean isError =
                error.isObject() || (error.isTextual() && !error.asText().isBlank());
        if (isError || document.path("object").asText().equals("error")) {
            int code = error.path("code").asInt(document.path("code").asInt());
            String detail = ErrorText.of(document);
            throw new NimException(
                    code == 429 ? Statuses.fault(code, detail, Optional.empty()) : new NimFault.Reported(detail));
        }
    }
}
