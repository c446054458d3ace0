package viva.system;

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
import viva.platform.servers.Ports;

/** What containers do, without containers: the prepare program, then services that know the files that it wrote and what their environment says. */
final class PreparedServices implements AutoCloseable {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path folder;
    private final List<Process> started = new ArrayList<>();

    /** @param folder for the prepared files and for logs */
    PreparedServices(Path folder) {
        this.folder = folder;
    }

    /** Runs the prepare program to its end, and answers its exit code. */
    int prepare(Map<String, String> environment) throws IOException, InterruptedException {
        Map<String, String> known = new HashMap<>(environment);
        known.put("VIVA_ROOMS", folder.resolve("rooms").toString());
        return java(
                        "prepare",
                        known,
                        "-jar",
                        ROOT.resolve("deploy/prepare/target/prepare.jar").toString())
                .waitFor();
    }

    /** The text of a file that the preparation wrote for a service. */
    String prepared(String service, String file) throws IOException {
        return Files.readString(folder.resolve("rooms").resolve(service).resolve(file))
                .strip();
    }

    /**
     * Starts a process of a service.
     *
     * @param name of its log
     * @param quarkusApp where the build put it, below the repository's root
     * @param files names in the environment that end with {@code _FILE}, without that
     */
    Service start(String name, String service, String quarkusApp, List<String> files, Map<String, String> environment)
            throws IOException {
        int managementPort = Ports.free();
        Map<String, String> known = new HashMap<>(environment);
        known.put("PORT", Integer.toString(Ports.free()));
        known.put("MANAGEMENT_PORT", Integer.toString(managementPort));
        files.forEach(file -> known.put(
                file + "_FILE",
                folder.resolve("rooms").resolve(service).resolve(file).toString()));
        java(
                name,
                known,
                "-XX:AOTCache=/viva/app.aot",
                "-Xlog:aot=off",
                "--enable-native-access=ALL-UNNAMED",
                "-Dio.netty.bootstrap.extensions=serviceload",
                "-jar",
                ROOT.resolve(quarkusApp).resolve("quarkus-run.jar").toString());
        return new Service(URI.create("http://127.0.0.1:" + managementPort));
    }

    /**
     * One process of a service.
     *
     * @param management where its health and metrics are
     */
    record Service(URI management) {
        /** The status of its health; 0 while nothing answers. */
        int health() throws InterruptedException {
            HttpRequest request =
                    HttpRequest.newBuilder(management.resolve("/q/health")).build();
            try {
                return CLIENT.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            } catch (IOException starting) {
                return 0;
            }
        }

        /** Its metrics, as Prometheus reads them. */
        String metrics() {
            return Owner.send(management, "GET", "/q/metrics", null, null).body();
        }
    }

    private Process java(String name, Map<String, String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(logFile(name));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.directory(folder.toFile());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private File logFile(String name) {
        return folder.resolve(name + ".log").toFile();
    }

    /** What was logged under a name. */
    String log(String name) {
        try {
            return Files.readString(logFile(name).toPath());
        } catch (IOException none) {
            return "";
        }
    }

    @Override
    public void close() {
        started.forEach(Process::destroy);
        started.forEach(process -> process.onExit().join());
    }
}
