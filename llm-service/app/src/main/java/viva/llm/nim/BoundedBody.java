package viva.llm.nim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A body that is kept until its end, up to a limit. */
final class BoundedBody {
    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    BoundedBody(int limit) {
        this.limit = limit;
    }

    boolean hasRoomFor(byte[] chunk) {
        return bytes.size() + chunk.length <= limit;
    }

    void add(byte[] chunk) {
        if (!hasRoomFor(chunk)) {
            throw new NimException(new NimFault.TooLarge(limit));
        }
        bytes.writeBytes(chunk);
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
