package viva.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import viva.platform.testkit.NodePackages;

/** A script of the system tests that runs the npm package {@code phoenix} in Node. */
final class PhoenixScript implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER =
            Path.of("..", "system-tests", "phoenix").toAbsolutePath().normalize();

    private final Process process;
    private final BufferedReader lines;

    private PhoenixScript(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    static PhoenixScript start(String script, String... arguments) throws IOException {
        NodePackages.install(FOLDER);
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        return new PhoenixScript(new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start());
    }

    /** The next step that the script reports; what else it says is an error. */
    JsonNode next() throws IOException {
        String line = lines.readLine();
        if (line == null || !line.startsWith("{")) {
            throw new AssertionError("the script failed: " + line + "\n"
                    + String.join("\n", lines.lines().toList()));
        }
        return JSON.readTree(line);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
