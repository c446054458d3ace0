package viva.gateway.channel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Binary frames: a kind, one length byte for each string, the strings in UTF-8, then the data. Lengths are in bytes, so no string
 * can be longer than 255.
 */
final class BinaryFrames {
    private static final byte PUSH = 0;
    private static final byte REPLY = 1;
    private static final byte BROADCAST = 2;
    private static final int MAX_STRING = 255;

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

    /** A push of the server to one channel. */
    static ByteBuffer push(String joinRef, String topic, String event, ByteBuffer data) {
        return write(PUSH, List.of(joinRef, topic, event), data);
    }

    /** The answer to a push; {@code status} is {@code ok} or {@code error}. */
    static ByteBuffer reply(String joinRef, String ref, String topic, String status, ByteBuffer data) {
        return write(REPLY, List.of(joinRef, ref, topic, status), data);
    }

    /** A push of the server to everybody on the topic. */
    static ByteBuffer broadcast(String topic, String event, ByteBuffer data) {
        return write(BROADCAST, List.of(topic, event), data);
    }

    private static ByteBuffer write(byte kind, List<String> strings, ByteBuffer data) {
        List<byte[]> encoded = strings.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        int length = encoded.stream().mapToInt(text -> text.length).sum();
        ByteBuffer out = ByteBuffer.allocate(1 + encoded.size() + length + data.remaining());
        out.put(kind);
        encoded.forEach(text -> out.put(lengthOf(text)));
        encoded.forEach(out::put);
        out.put(data.duplicate());
        return out.flip();
    }

    private static byte lengthOf(byte[] text) {
        if (text.length > MAX_STRING) {
            throw new IllegalArgumentException(
                    "must have at most 255 bytes: a string of a binary frame, " + text.length);
        }
        return (byte) text.length;
    }
}
