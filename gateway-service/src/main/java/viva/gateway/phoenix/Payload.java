package viva.gateway.phoenix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;

/** What a frame carries: an object in a text frame, raw bytes in a binary one. */
sealed interface Payload {
    /** A JSON object. */
    record Json(ObjectNode object) implements Payload {}

    /** Bytes that only sender and receiver understand. VIVA's own events have none. */
    record Bytes(ByteBuffer data) implements Payload {
        public Bytes {
            data = data.asReadOnlyBuffer();
        }
    }
}
