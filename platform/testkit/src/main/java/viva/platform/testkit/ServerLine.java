package viva.platform.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A line to a server on this machine that a test freezes or cuts. On a frozen one both sides stay connected and hear nothing of each other any more;
 * a cut one closes its connections and refuses others.
 */
public final class ServerLine implements AutoCloseable {
    private static final int CHUNK = 8_192;

    private final ServerSocket door;
    private final URI server;
    private final Queue<Socket> ends = new ConcurrentLinkedQueue<>();
    private volatile boolean frozen;

    /** @param server with a host and a port */
    public ServerLine(URI server) throws IOException {
        this.server = server;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    /** Where the line begins, on loopback. */
    public int port() {
        return door.getLocalPort();
    }

    /** From now on nothing gets through, in either direction, until it is cut. */
    public void freeze() {
        frozen = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket there = new Socket(server.getHost(), server.getPort());
                ends.add(client);
                ends.add(there);
                Thread.startVirtualThread(() -> pump(client, there));
                Thread.startVirtualThread(() -> pump(there, client));
            }
        } catch (IOException closed) {
            frozen = true;
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                if (!frozen) {
                    out.write(chunk, 0, count);
                }
            }
        } catch (IOException closed) {
            ends.remove(from);
        }
    }

    /** Ends every connection and refuses the next. */
    public void cut() throws IOException {
        door.close();
        for (Socket end : ends) {
            end.close();
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
