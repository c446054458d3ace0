package viva.llm.nim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import viva.contracts.Json;

/** Reads a chat's response, streamed or whole, whichever the server sends. */
final class ChatReader implements BodyReader<ChatAnswer> {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_EVENT_BYTES = 256 * 1024;
    private static final String DONE = "[DONE]";

    private final ChatDocument document;
    private final JsonReader<ChatAnswer> whole;
    private final Runnable onBegin;
    private final SseParser events = new SseParser(MOST_EVENT_BYTES);
    private boolean streams;
    private boolean done;
    private int bytes;

    /** @param onBegin called when a success begins */
    ChatReader(ChatDocument document, Runnable onBegin) {
        this.document = document;
        this.onBegin = onBegin;
        this.whole = new JsonReader<>(MOST_BYTES, onBegin, answer -> {
            if (!answer.path("choices").isArray()) {
                throw new NimException(new NimFault.Garbled("the answer has no choices"));
            }
            document.add(answer);
            return document.end();
        });
    }

    @Override
    public void begin(Head head) {
        streams = head.isSuccess() && head.isStream();
        if (streams) {
            onBegin.run();
        } else {
            whole.begin(head);
        }
    }

    @Override
    public boolean take(byte[] chunk) {
        if (!streams) {
            return whole.take(chunk);
        }
        bytes += chunk.length;
        if (bytes > MOST_BYTES) {
            throw new NimException(new NimFault.TooLarge(MOST_BYTES));
        }
        take(events.feed(chunk));
        return isOver();
    }

    /** A stream that ends without {@code [DONE]} is taken as it is; without a reason to finish it counts as cut. */
    @Override
    public ChatAnswer end() {
        if (!streams) {
            return whole.end();
        }
        if (!isOver()) {
            take(events.end().stream().toList());
        }
        return document.end();
    }

    @Override
    public boolean hasBegun() {
        return document.hasBegun();
    }

    private boolean isOver() {
        return done || document.isEnough();
    }

    private void take(List<SseEvent> complete) {
        for (SseEvent event : complete) {
            if (isOver() || event.data().isBlank()) {
                continue;
            }
            if (event.data().strip().equals(DONE)) {
                done = true;
            } else {
                take(event);
            }
        }
    }

    private void take(SseEvent event) {
        JsonNode chunk = parsed(event.data());
        if (event.name().equals("error")) {
            throw new NimException(new NimFault.Reported(ErrorText.of(chunk)));
        }
        document.add(chunk);
    }

    private static JsonNode parsed(String data) {
        try {
            JsonNode chunk = Json.mapper().readTree(data);
            if (chunk != null && chunk.isObject()) {
                return chunk;
            }
        } catch (JsonProcessingException broken) {
            // The failure below is right for it, too.
        }
        throw new NimException(new NimFault.Garbled("an event of the stream is no JSON object"));
    }
}
