package viva.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import viva.platform.testkit.NodePackages;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

/** A Node program with the real {@code phoenix} client; its last line is JSON. */
final class PhoenixScript {
    private static final Path FOLDER = Path.of("phoenix");

    private final String name;
    private final Process process;
    private final Recorder<String> lines = new Recorder<>();
    private final Thread reader;

    private PhoenixScript(String name, Process process) {
        this.name = name;
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::readLines);
    }

    static PhoenixScript start(String name, String... arguments) {
        try {
            NodePackages.install(FOLDER);
            List<String> command = new ArrayList<>(List.of("node", name));
            command.addAll(List.of(arguments));
            return new PhoenixScript(
                    name,
                    new ProcessBuilder(command)
                            .directory(FOLDER.toFile())
                            .redirectErrorStream(true)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has printed so far. */
    List<String> lines() {
        return lines.snapshot();
    }

    /** Waits until what it has printed is as expected; a script that has failed is not waited for. */
    void await(Duration limit, Predicate<List<String>> expected) {
        Waiting.await().atMost(limit).until(() -> {
            boolean hasEnded = !reader.isAlive();
            boolean met = expected.test(lines());
            if (hasEnded && !met) {
                throw failure();
            }
            return met;
        });
    }

    /** Tells it by a line that it is to end. */
    void end() {
        try (var input = process.getOutputStream()) {
            input.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end and reads its last line. */
    JsonNode result() {
        try {
            int code = process.waitFor();
            reader.join();
            if (code != 0) {
                throw failure();
            }
            return new ObjectMapper().readTree(lines().getLast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private AssertionError failure() {
        return new AssertionError("%s ended with %d:%n%s"
                .formatted(name, process.onExit().join().exitValue(), String.join("\n", lines())));
    }

    private void readLines() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(lines);
        } catch (IOException e) {
            lines.accept(e.toString());
        }
    }
}
