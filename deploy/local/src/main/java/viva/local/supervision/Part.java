package viva.local.supervision;

import java.nio.file.Path;
import java.util.OptionalInt;
import viva.platform.servers.LocalServer;

/** Something of a world that runs as a process: a server or a replica of a service. */
public interface Part {
    String name();

    /** Starts it, stopping first what an earlier launcher left, and returns when it is ready. */
    void start();

    boolean isRunning();

    /** How it ended, when that is known. */
    OptionalInt exitCode();

    long pid();

    Path log();

    void stop();

    /** A server seen as a part. */
    static Part of(LocalServer server) {
        return new ServerPart(server);
    }
}
