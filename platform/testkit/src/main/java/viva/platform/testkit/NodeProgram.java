package viva.platform.testkit;

import static viva.platform.testkit.Waiting.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import viva.platform.servers.process.Programs;

/** A server of a test that runs in Node. It ends when its standard input does, so with this JVM, whatever ends that. */
final class NodeProgram implements AutoCloseable {
    private final Path folder;
    private final Process process;
    private final Recorder<String> lines = new Recorder<>();

    private NodeProgram(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts {@code serve.mjs}.
     *
     * @param folder with its {@code package.json}, whose packages are installed when they are missing
     */
    static NodeProgram start(Path folder, Map<String, String> environment) {
        NodePackages.install(folder);
        ProcessBuilder builder = new ProcessBuilder("node", "serve.mjs")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            NodeProgram program = new NodeProgram(folder, Programs.start(builder));
            Thread.ofVirtual().start(program::readLines);
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady(Callable<Boolean> ready) {
        await().failFast(this::requireAlive).ignoreExceptions().until(ready);
    }

    /** What it has written so far. */
    Recorder<String> lines() {
        return lines;
    }

    private void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "the server of " + folder + " did not start:\n" + String.join("\n", lines.snapshot()));
        }
    }

    private void readLines() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(lines);
        } catch (IOException ended) {
            lines.accept(ended.toString());
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
