package viva.gateway.phoenix;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A client that does to its connection what no library would: it writes what it likes, and reads only when told to. */
final class RawSocket implements AutoCloseable {
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int PING = 0x9;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES_OF_LENGTH = 126;
    private static final int MASK_BYTES = 4;

    private final URI server;
    private final Socket socket;

    RawSocket(URI server) throws IOException {
        this.server = server;
        this.socket = new Socket(server.getHost(), server.getPort());
    }

    /** Opens a socket, and reads the answer to the upgrade and nothing after it. */
    static RawSocket upgraded(URI server, String token) throws IOException {
        RawSocket raw = new RawSocket(server);
        raw.write("GET /socket/websocket?vsn=2.0.0&token=" + token + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        raw.readHead();
        return raw;
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A frame of at most 65,535 bytes, masked with zeros (RFC 6455, 5.2). */
    void frame(int opcode, boolean last, byte[] payload) throws IOException {
        boolean isShort = payload.length < TWO_BYTES_OF_LENGTH;
        ByteBuffer frame = ByteBuffer.allocate(2 + (isShort ? 0 : 2) + MASK_BYTES + payload.length);
        frame.put((byte) (opcode | (last ? FINAL : 0)));
        if (isShort) {
            frame.put((byte) (MASKED | payload.length));
        } else {
            frame.put((byte) (MASKED | TWO_BYTES_OF_LENGTH)).putShort((short) payload.length);
        }
        frame.put(new byte[MASK_BYTES]).put(payload);
        socket.getOutputStream().write(frame.array());
    }

    void text(String text) throws IOException {
        frame(TEXT, true, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether the server has ended the connection; reads what it wrote before. */
    boolean isEnded() throws IOException {
        socket.setSoTimeout(1);
        byte[] some = new byte[8_192];
        try {
            while (true) {
                if (socket.getInputStream().read(some) < 0) {
                    return true;
                }
            }
        } catch (SocketTimeoutException nothingNew) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private void readHead() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the server said only: " + head);
            }
            head.append((char) next);
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("no socket at " + server.getAuthority() + ": " + head);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
