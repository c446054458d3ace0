package viva.platform.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands where a broker was and refuses every connection, so that a test can count the attempts. */
final class ClosedDoor implements AutoCloseable {
    private final AtomicInteger attempts = new AtomicInteger();
    private final ServerSocket door;

    ClosedDoor(int port) {
        try {
            door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var _ = Thread.startVirtualThread(this::turnAway);
    }

    private void turnAway() {
        try {
            while (true) {
                door.accept().close();
                attempts.incrementAndGet();
            }
        } catch (IOException closed) {
            attempts.get();
        }
    }

    /** Refused connections so far. */
    int attempts() {
        return attempts.get();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
