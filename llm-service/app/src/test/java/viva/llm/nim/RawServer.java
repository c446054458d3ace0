package viva.llm.nim;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers each connection with prepared bytes, and then keeps it, ends it, or breaks it. */
final class RawServer implements AutoCloseable {
    static final String SSE_HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

    /** What follows the bytes. */
    enum Then {
        END,
        RESET,
        SILENCE,
        /** The same bytes of a body, for ever. */
        REPEAT
    }

    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    RawServer(String head, String body, Then then) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket client = socket.accept();
                    connections.incrementAndGet();
                    Thread.ofVirtual().start(() -> serve(client, head, body, then));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
    }

    int connections() {
        return connections.get();
    }

    private static void serve(Socket client, String head, String body, Then then) {
        try (client) {
            client.getInputStream().read(new byte[64 * 1024]);
            OutputStream out = client.getOutputStream();
            out.write((head + body).getBytes(StandardCharsets.UTF_8));
            out.flush();
            switch (then) {
                case END -> {}
                case RESET -> {
                    while (client.getInputStream().available() > 0) {
                        client.getInputStream().skip(client.getInputStream().available());
                    }
                    client.setSoLinger(true, 0);
                }
                case SILENCE -> client.getInputStream().read();
                case REPEAT -> {
                    while (true) {
                        out.write(body.getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException clientLeft) {
            // It may.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
