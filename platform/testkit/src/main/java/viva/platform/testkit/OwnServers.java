package viva.platform.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import viva.platform.servers.LocalServer;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.postgres.Durability;
import viva.platform.servers.postgres.PostgresServer;
import viva.platform.servers.rabbitmq.RabbitServer;

/**
 * Servers that one test class has for itself, because it kills them. Their folders lie below {@code target}: what a killed JVM left
 * running there is stopped when the next one claims the folder, and what this JVM leaves is stopped at its end, whatever ends it.
 */
public final class OwnServers implements AutoCloseable {
    private static final List<LocalServer> RUNNING = new ArrayList<>();

    private final String name;
    private final List<LocalServer> started = new ArrayList<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(OwnServers::stopRunning));
    }

    /** @param name of the test class, unique in its module */
    public OwnServers(String name) {
        this.name = name;
    }

    /** A PostgreSQL that forgets everything. */
    public PostgresServer postgres() {
        return started(new PostgresServer(folder().resolve("postgres"), 0, Durability.FORGET));
    }

    /** A RabbitMQ node. */
    public RabbitServer rabbitmq() {
        return started(new RabbitServer(folder().resolve("rabbitmq"), 0));
    }

    private Path folder() {
        return TestServers.folder().resolve(name);
    }

    private <S extends LocalServer> S started(S server) {
        server.wipe();
        synchronized (RUNNING) {
            RUNNING.add(server);
        }
        started.add(server);
        server.start();
        return server;
    }

    @Override
    public void close() {
        started.forEach(LocalServer::close);
        synchronized (RUNNING) {
            RUNNING.removeAll(started);
        }
        started.clear();
    }

    private static void stopRunning() {
        synchronized (RUNNING) {
            for (LocalServer server : RUNNING) {
                try {
                    server.close();
                } catch (ServerFailure gone) {
                    System.err.println(gone.getMessage());
                }
            }
        }
    }
}
