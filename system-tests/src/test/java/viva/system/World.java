package viva.system;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import viva.platform.servers.Ports;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.servers.postgres.PostgresServer;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.servers.redis.RedisServer;

/**
 * A whole world of processes, started as {@code ./viva up} starts it, in a folder and on ports of its own. One world serves all
 * test classes; it is stopped when the tests end.
 */
final class World {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Services that send through an outbox. */
    private static final List<String> OUTBOXES =
            List.of("gateway", "avatar", "life", "relationship", "matchmaker", "llm");

    /** Two for each of six services and for the second replica of the life service. */
    private static final int PORTS = 14;

    private static World shared;

    private final Path home;
    private final Process launcher;

    private World(Path home, Process launcher) {
        this.home = home;
        this.launcher = launcher;
    }

    /**
     * The world of all tests, with two replicas of the life service; started by the first who asks. Whatever an earlier test killed is
     * back: every process is ready, both replicas have their half of the shards, and nothing waits in a queue.
     */
    static synchronized World whole() {
        if (shared == null) {
            shared = start();
        }
        await().atMost(START_LIMIT).ignoreExceptions().untilAsserted(shared::requireWhole);
        return shared;
    }

    private void requireWhole() throws Exception {
        for (JsonNode service : record().path("services")) {
            URI address = URI.create(service.path("management_url").asText());
            Owner.Answer health = Owner.send(address, "GET", "/q/health", null, null);
            assertThat(health.status())
                    .as("health of %s", service.path("name").asText())
                    .isEqualTo(200);
            assertThat(health.json().path("checks").findValues("data"))
                    .as("what %s can reach", service.path("name").asText())
                    .allSatisfy(data -> assertThat(data).doesNotContain(BooleanNode.FALSE));
        }
        assertThat(rows("life", "select count(*) from shard_owner where live group by owner"))
                .as("shards of each living replica")
                .hasSize(2)
                .allSatisfy(count -> assertThat(Integer.parseInt(count)).isBetween(28, 36));
        for (String service : OUTBOXES) {
            assertThat(query(service, "select count(*) from outbox"))
                    .as("outbox of %s", service)
                    .isEqualTo("0");
        }
        broker().requireConsumedAndEmpty();
    }

    /** What its broker holds. */
    BrokerView broker() {
        JsonNode servers = record().path("servers");
        return new BrokerView(
                URI.create(servers.path("rabbitmq_url").asText()),
                URI.create(servers.path("rabbitmq_management_url").asText()));
    }

    /** A world of its own with the dozen avatars of the demo, in which a day takes {@code 86,400 / scale} seconds. Close it. */
    static World demo(int scale) {
        return start("a demo world", Map.of("VIVA_WORLD_SCALE", Integer.toString(scale)), "--fresh");
    }

    /** A world of its own, whose avatars speak with a language model at this address. Close it. */
    static World speaking(URI baseUrl, String model) {
        return start(
                "a speaking world",
                Map.of(
                        "NIM_BASE_URL",
                        baseUrl + "/ ",
                        "NIM_LLM_MODEL",
                        model,
                        "NVIDIA_API_KEY",
                        " nvapi-top-secret \n"),
                "--fresh",
                "--no-demo");
    }

    /** A world of its own, whose avatars speak with a language model, and which tells what it does: its logs are JSON. Close it. */
    static World observed(URI model, URI collector) {
        return start(
                "an observed world",
                Map.of(
                        "NIM_BASE_URL",
                        model.toString(),
                        "NIM_LLM_MODEL",
                        ModelRules.MODEL,
                        "NVIDIA_API_KEY",
                        "nvapi-top-secret",
                        "VIVA_TRACES",
                        collector.toString(),
                        "QUARKUS_OTEL_EXPORTER_OTLP_TRACES_PROTOCOL",
                        "http/protobuf",
                        "VIVA_LOG_FORMAT",
                        "json"),
                "--fresh",
                "--no-demo");
    }

    /** A world of its own, on servers that somebody else starts and stops. Close it. */
    static World on(PostgresServer postgres, RedisServer redis, RabbitServer rabbit) {
        return start(
                "a world on others' servers",
                Map.of(
                        "DATABASE_URL", postgres.url().toString(),
                        "REDIS_URL", redis.url().toString(),
                        "RABBITMQ_URL", rabbit.url().toString(),
                        "RABBITMQ_MANAGEMENT_URL", rabbit.managementUrl().toString()),
                "--no-demo");
    }

    /** Publishes the JSON of an envelope as the broker's administrator. */
    void publish(String exchange, String routingKey, String body) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(record().path("servers").path("rabbitmq_url").asText());
        try (com.rabbitmq.client.Connection connection = factory.newConnection("system tests");
                Channel channel = connection.createChannel()) {
            channel.basicPublish(
                    exchange, routingKey, MessageProperties.PERSISTENT_BASIC, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static World start() {
        return start("a world", Map.of(), "--fresh", "--no-demo");
    }

    private static World start(String folder, Map<String, String> environment, String... options) {
        try {
            // A space in the path: launchers tend to forget it.
            int ports = Ports.freeRange(PORTS);
            Path home = Files.createDirectories(
                    REPOSITORY.resolve("system-tests/target").resolve(folder + " at " + ports));
            Path log = home.resolve("launcher.log");
            List<String> command = new ArrayList<>(List.of(
                    System.getProperty("java.home") + "/bin/java",
                    "-jar",
                    REPOSITORY.resolve("deploy/local/target/viva.jar").toString(),
                    "up",
                    "--no-training",
                    "--until-exit-of",
                    Long.toString(ProcessHandle.current().pid()),
                    "--replicas",
                    "life=2"));
            command.addAll(List.of(options));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("VIVA_ROOT", REPOSITORY.toString());
            builder.environment().put("VIVA_HOME", home.toString());
            builder.environment().put("VIVA_PORT_BASE", Integer.toString(ports));
            World world = new World(home, builder.start());
            Runtime.getRuntime().addShutdownHook(new Thread(world::stop));
            await().atMost(START_LIMIT).failFast(() -> world.requireAlive(log)).until(world::isRunning);
            return world;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireAlive(Path log) {
        if (!launcher.isAlive()) {
            throw new IllegalStateException("the world did not start:\n" + read(log));
        }
    }

    private boolean isRunning() {
        return Files.exists(home.resolve("run/world.json"))
                && record().path("state").asText().equals("running");
    }

    /** What {@code ./viva status} prints about it. */
    String status() {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-jar",
                            REPOSITORY.resolve("deploy/local/target/viva.jar").toString(),
                            "status")
                    .redirectErrorStream(true);
            builder.environment().put("VIVA_ROOT", REPOSITORY.toString());
            builder.environment().put("VIVA_HOME", home.toString());
            return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the launcher has printed so far. */
    String said() {
        return read(home.resolve("launcher.log"));
    }

    URI url() {
        return URI.create(record().path("url").asText());
    }

    /** The processes of a service, in the order of their numbers. */
    List<Instance> instances(String service) {
        List<Instance> found = new ArrayList<>();
        for (JsonNode node : record().path("services")) {
            if (node.path("name").asText().equals(service)) {
                found.add(new Instance(
                        node.path("pid").asLong(),
                        URI.create(node.path("url").asText()),
                        URI.create(node.path("management_url")
                                .asText(node.path("url").asText())),
                        Path.of(node.path("log").asText())));
            }
        }
        return found;
    }

    /** Kills the broker as the operating system would; the launcher starts it again. */
    void killBroker() {
        kill(record().path("server_pids").path("rabbitmq").asLong());
    }

    /** The first column of the first row, as seen by the service's own role. */
    String query(String service, String sql) {
        return rows(service, sql).getFirst();
    }

    /** The first column of every row, as seen by the service's own role. */
    List<String> rows(String service, String sql) {
        try (Connection connection = database(service);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A connection of a service's own role; close it. */
    Connection database(String service) throws SQLException {
        return address(service).dataSource().getConnection();
    }

    /** Where a service's database is, with the service's own role. */
    DatabaseAddress address(String service) {
        return DatabaseAddress.of(record().path("databases").path(service).asText());
    }

    /** What Redis holds. */
    RedisView redis() {
        return new RedisView(
                URI.create(record().path("servers").path("redis_url").asText()));
    }

    /** Every log that the world writes, of services and of servers. */
    List<Path> allLogs() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".log") && Files.isRegularFile(file))
                    .toList();
        }
    }

    /** The logs of every service, one after the other. */
    String logs() {
        StringBuilder all = new StringBuilder();
        for (JsonNode node : record().path("services")) {
            all.append(read(Path.of(node.path("log").asText())));
        }
        return all.toString();
    }

    private JsonNode record() {
        try {
            return JSON.readTree(home.resolve("run/world.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One process of a service.
     *
     * @param management where its health and metrics are
     */
    record Instance(long pid, URI url, URI management, Path log) {
        void kill() {
            World.kill(pid);
        }

        /** Stops it in its tracks, as a long garbage collection or a frozen machine would. */
        void pause() {
            signal("STOP");
        }

        void resume() {
            signal("CONT");
        }

        private void signal(String name) {
            try {
                int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor();
                if (code != 0) {
                    throw new IllegalStateException("cannot signal " + pid);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
