package viva.platform.testkit;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import viva.platform.servers.LocalServer;
import viva.platform.servers.ServerAddresses;
import viva.platform.servers.postgres.Durability;
import viva.platform.servers.postgres.PostgresServer;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.servers.redis.RedisServer;

/**
 * The servers that tests share: those named by the file in {@code VIVA_TEST_SERVERS}, otherwise private ones, each started
 * when it is first asked for and once per JVM. They forget everything when the JVM ends.
 */
public final class TestServers {
    // Quarkus loads this class several times in one JVM; only the system properties are shared by all copies.
    private static final Object JVM = System.getProperties();
    private static final String FOLDER = "viva.test.folder";
    private static final List<ProcessHandle> STARTED = new ArrayList<>();

    private TestServers() {}

    /** The administrator's {@code postgres://…} address. */
    public static URI postgres() {
        return address("viva.test.postgres", ServerAddresses::postgres, folder -> {
            PostgresServer server = new PostgresServer(folder.resolve("postgres"), 0, Durability.FORGET);
            startAfresh(server);
            return server.url();
        });
    }

    /** The address of the default virtual host, {@code amqp://…}. */
    public static URI rabbitmq() {
        return address("viva.test.rabbitmq", ServerAddresses::rabbitmq, TestServers::startRabbit);
    }

    /** The management API with credentials, {@code http://…}. */
    public static URI rabbitmqManagement() {
        rabbitmq();
        return address("viva.test.rabbitmq.management", ServerAddresses::rabbitmqManagement, TestServers::startRabbit);
    }

    /** {@code redis://…}. */
    public static URI redis() {
        return address("viva.test.redis", ServerAddresses::redis, folder -> {
            RedisServer server = new RedisServer(folder.resolve("redis"), 0);
            startAfresh(server);
            return server.url();
        });
    }

    private static URI startRabbit(Path folder) {
        RabbitServer server = new RabbitServer(folder.resolve("rabbitmq"), 0);
        startAfresh(server);
        System.setProperty(
                "viva.test.rabbitmq.management", server.managementUrl().toString());
        return server.url();
    }

    private static URI address(String property, Function<ServerAddresses, URI> given, Function<Path, URI> start) {
        String file = System.getenv(ServerAddresses.TEST_SERVERS);
        if (file != null && !file.isBlank()) {
            return given.apply(ServerAddresses.read(Path.of(file)));
        }
        synchronized (JVM) {
            String known = System.getProperty(property);
            if (known != null) {
                return URI.create(known);
            }
            URI started = start.apply(folder());
            System.setProperty(property, started.toString());
            return started;
        }
    }

    /** The folder that this JVM has for its servers. */
    static Path folder() {
        String known = System.getProperty(FOLDER);
        if (known == null) {
            known = TestFolder.claim().toString();
            System.setProperty(FOLDER, known);
        }
        return Path.of(known);
    }

    private static void startAfresh(LocalServer server) {
        server.wipe();
        server.start();
        if (STARTED.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(new Thread(TestServers::killStarted));
        }
        server.processes().stream().map(ProcessHandle::of).forEach(process -> process.ifPresent(STARTED::add));
    }

    /** At the JVM's end our class loader may be closed, so this uses only what the JDK has; nobody needs the data. */
    private static void killStarted() {
        for (ProcessHandle process : STARTED) {
            process.destroyForcibly();
        }
    }
}
