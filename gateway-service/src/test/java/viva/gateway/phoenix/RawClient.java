package viva.gateway.phoenix;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket client down to its bytes (RFC 6455): it can send many frames at once, and does not answer a close. */
final class RawClient implements AutoCloseable {
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int MASKED = 0x80;

    /** Longer payloads have their length in two bytes more. */
    private static final int SHORT = 126;

    private final Socket socket;
    private final DataInputStream in;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** Connects with the token, and waits until the server speaks WebSocket. */
    static RawClient connect(URI server, String token) throws IOException {
        RawClient client = new RawClient(new Socket(server.getHost(), server.getPort()));
        String request =
                "GET /socket/websocket?vsn=2.0.0&token=" + token + " HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        client.socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        client.skipHeaders();
        return client;
    }

    /** Sends frames in one piece. */
    void send(String... texts) throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (String text : texts) {
            byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
            if (payload.length >= SHORT) {
                throw new IllegalArgumentException("must have less than " + SHORT + " bytes: " + text);
            }
            frames.write(TEXT);
            frames.write(MASKED | payload.length);
            frames.write(new byte[4]);
            frames.write(payload);
        }
        socket.getOutputStream().write(frames.toByteArray());
    }

    /** Reads the next frame, and answers whether the server closes with it; it is not told that this was understood. */
    boolean readsClose() throws IOException {
        int kind = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        in.skipNBytes(length == SHORT ? in.readUnsignedShort() : length);
        return kind == CLOSE;
    }

    void awaitClose() throws IOException {
        boolean closed = readsClose();
        while (!closed) {
            closed = readsClose();
        }
    }

    private void skipHeaders() throws IOException {
        String end = "\r\n\r\n";
        int matched = 0;
        while (matched < end.length()) {
            int next = in.readUnsignedByte();
            matched = next == end.charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
