package viva.platform.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** TCP ports of the loopback interface. */
public final class Ports {
    private static final int CONNECT_TIMEOUT_MILLIS = 500;

    private static final int FIRST = 10_000;
    private static final int END = 32_000;
    private static final int ATTEMPTS = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();
    /** A channel that is collected gives its lock back. */
    private static final Queue<FileChannel> HELD = new ConcurrentLinkedQueue<>();

    private Ports() {}

    /**
     * A port that is free now and that nobody is given by accident: connections that go out have theirs from 32,768 on (Linux; others from
     * 49,152 on), and a server may take half a minute to bind its own. Never the same one twice, and as long as this JVM lives not to
     * another JVM of the same user either.
     *
     * @throws IllegalStateException when a thousand were taken
     */
    public static int free() {
        return freeRange(1);
    }

    /** The first of {@code count} ports in a row; as {@link #free()}. */
    public static int freeRange(int count) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int first = ThreadLocalRandom.current().nextInt(FIRST, END - count);
            if (IntStream.range(first, first + count).allMatch(port -> isFree(port) && reserve(port))) {
                return first;
            }
        }
        throw new IllegalStateException("no free ports among " + ATTEMPTS + " from " + FIRST + " to " + (END - 1));
    }

    /** Locks a file of the port's; the operating system unlocks it when this JVM ends, however it ends. */
    private static boolean reserve(int port) {
        if (!GIVEN.add(port)) {
            return false;
        }
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "viva-ports-" + System.getProperty("user.name"));
        try {
            FileChannel file = FileChannel.open(
                    Files.createDirectories(folder).resolve(port + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                file.close();
                return false;
            }
            HELD.add(file);
            return true;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException e) {
            throw new ServerFailure("Cannot note in %s which ports are taken: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** {@code wanted}, or a free port when {@code wanted} is 0. */
    public static int orFree(int wanted) {
        if (wanted < 0 || wanted > 65_535) {
            throw new IllegalArgumentException("must be in [0,65535]: port = " + wanted);
        }
        return wanted == 0 ? free() : wanted;
    }

    /** Whether {@code port} can be bound on 127.0.0.1 now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether somebody accepts connections at {@code port}. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
