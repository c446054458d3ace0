package viva.llm.nim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Server-Sent Events from chunks of bytes, wherever the network cut them (WHATWG HTML, section 9.2.6). Lines end with CR, LF or both;
 * comments and unknown fields are skipped. Not safe for concurrent use.
 */
final class SseParser {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final int limit;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private final List<SseEvent> complete = new ArrayList<>();
    private String name = SseEvent.DEFAULT_NAME;
    private boolean hasData;
    private boolean afterReturn;
    private boolean atStart = true;

    /** @param limit the most bytes of one event */
    SseParser(int limit) {
        this.limit = limit;
    }

    /**
     * The events that this chunk completes, in order.
     *
     * @throws NimException with {@link NimFault.TooLarge} when an event does not end within the limit
     */
    List<SseEvent> feed(byte[] chunk) {
        for (byte next : chunk) {
            boolean secondHalf = afterReturn && next == '\n';
            afterReturn = next == '\r';
            if (secondHalf) {
                continue;
            }
            if (next == '\n' || next == '\r') {
                endLine();
            } else {
                line.write(next);
                requireRoom();
            }
        }
        return drained();
    }

    /** The last event, when the stream ended without the blank line that ends an event; many servers do that. */
    Optional<SseEvent> end() {
        if (line.size() > 0) {
            endLine();
        }
        endEvent();
        return drained().stream().findFirst();
    }

    private void requireRoom() {
        if (line.size() + data.length() > limit) {
            throw new NimException(new NimFault.TooLarge(limit));
        }
    }

    private void endLine() {
        byte[] bytes = line.toByteArray();
        line.reset();
        int from = atStart && beginsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        atStart = false;
        if (bytes.length == from) {
            endEvent();
        } else {
            take(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8));
        }
    }

    private static boolean beginsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }

    private void take(String text) {
        int colon = text.indexOf(':');
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        value = value.startsWith(" ") ? value.substring(1) : value;
        if (field.equals("data")) {
            data.append(hasData ? "\n" : "").append(value);
            hasData = true;
            requireRoom();
        } else if (field.equals("event")) {
            name = value.isEmpty() ? SseEvent.DEFAULT_NAME : value;
        }
    }

    private void endEvent() {
        if (hasData) {
            complete.add(new SseEvent(name, data.toString()));
        }
        data.setLength(0);
        hasData = false;
        name = SseEvent.DEFAULT_NAME;
    }

    private List<SseEvent> drained() {
        List<SseEvent> events = List.copyOf(complete);
        complete.clear();
        return events;
    }
}
