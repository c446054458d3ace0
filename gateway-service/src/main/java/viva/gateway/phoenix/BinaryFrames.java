package viva.gateway.phoenix;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Binary frames of clients: a kind, one length byte for each string, the strings in UTF-8, then the data. The server writes text frames alone. */
final class BinaryFrames {
    private static final byte PUSH = 0;

    private BinaryFrames() {}

    /** A push of a client: join_ref, ref, topic, event, data. An empty ref is none. */
    static Frame readPush(ByteBuffer bytes) throws MalformedFrame {
        ByteBuffer in = bytes.duplicate();
        if (in.remaining() < 5 || in.get() != PUSH) {
            throw new MalformedFrame("a binary frame begins with 0 and four lengths");
        }
        int joinRefLength = Byte.toUnsignedInt(in.get());
        int refLength = Byte.toUnsignedInt(in.get());
        int topicLength = Byte.toUnsignedInt(in.get());
        int eventLength = Byte.toUnsignedInt(in.get());
        if (topicLength == 0
                || topicLength > TextFrames.MAX_TOPIC
                || eventLength == 0
                || eventLength > TextFrames.MAX_EVENT) {
            throw new MalformedFrame("topic and event must have 1 to 128 and 1 to 64 bytes");
        }
        String joinRef = string(in, joinRefLength);
        String ref = string(in, refLength);
        String topic = string(in, topicLength);
        String event = string(in, eventLength);
        return new Frame(emptyToNull(joinRef), emptyToNull(ref), topic, event, new Payload.Bytes(in.slice()));
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String string(ByteBuffer in, int length) throws MalformedFrame {
        if (in.remaining() < length) {
            throw new MalformedFrame("a binary frame ends too early");
        }
        ByteBuffer part = in.slice(in.position(), length);
        in.position(in.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedFrame("a binary frame's strings must be UTF-8");
        }
    }
}
