package viva.system;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viva.platform.servers.Ports;
import viva.platform.servers.postgres.PostgresServer;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.testkit.OwnServers;

/** What containers do, without containers: the prepare program, then a service that knows only the files that it wrote. */
class PreparedServersTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final OwnServers servers = new OwnServers("prepared");
    private final List<Process> started = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        started.forEach(Process::destroy);
        started.forEach(process -> process.onExit().join());
        servers.close();
    }

    @Test
    void a_service_is_ready_with_nothing_but_the_files_that_the_preparation_wrote() throws Exception {
        PostgresServer postgres = servers.postgres();
        RabbitServer rabbit = servers.rabbitmq();
        Map<String, String> preparation = Map.of(
                "VIVA_ROOMS", folder.resolve("rooms").toString(),
                "DATABASE_URL", postgres.url().toString(),
                "RABBITMQ_URL", rabbit.url().toString(),
                "RABBITMQ_MANAGEMENT_URL", rabbit.managementUrl().toString());
        int port = Ports.free();
        int managementPort = Ports.free();

        Process prepare = java(
                "prepare",
                preparation,
                "-jar",
                ROOT.resolve("deploy/prepare/target/prepare.jar").toString());
        assertThat(prepare.waitFor()).as(log("prepare")).isZero();
        assertThat(log("prepare"))
                .contains("PostgreSQL: a role", "RabbitMQ: a user")
                .doesNotContain(password());
        java(
                "avatar",
                environment(port, managementPort),
                "-XX:AOTCache=/viva/app.aot",
                "-Xlog:aot=off",
                "--enable-native-access=ALL-UNNAMED",
                "-Dio.netty.bootstrap.extensions=serviceload",
                "-jar",
                ROOT.resolve("avatar-service/app/target/quarkus-app/quarkus-run.jar")
                        .toString());

        await().untilAsserted(() ->
                assertThat(status(managementPort)).as(log("avatar")).isEqualTo(200));
        assertThat(log("avatar")).doesNotContain(password());
    }

    private Map<String, String> environment(int port, int managementPort) {
        Path room = folder.resolve("rooms/avatar");
        return Map.of(
                "PORT", Integer.toString(port),
                "MANAGEMENT_PORT", Integer.toString(managementPort),
                "DATABASE_URL_FILE", room.resolve("DATABASE_URL").toString(),
                "RABBITMQ_URL_FILE", room.resolve("RABBITMQ_URL").toString());
    }

    private String password() throws IOException {
        return Files.readString(folder.resolve("rooms/avatar/database-password"))
                .strip();
    }

    private Process java(String name, Map<String, String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(logFile(name));
        Map<String, String> known = new HashMap<>(environment);
        known.put("PATH", System.getenv("PATH"));
        builder.environment().clear();
        builder.environment().putAll(known);
        builder.directory(folder.toFile());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private File logFile(String name) {
        return folder.resolve(name + ".log").toFile();
    }

    private String log(String name) {
        try {
            return Files.readString(logFile(name).toPath());
        } catch (IOException none) {
            return "";
        }
    }

    private static int status(int managementPort) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/q/health".formatted(managementPort)))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException starting) {
            return 0;
        }
    }
}
