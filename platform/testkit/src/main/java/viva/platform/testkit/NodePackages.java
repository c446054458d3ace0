package viva.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The npm packages of a folder with a {@code package-lock.json}, installed by the first test JVM that needs them. npm gets no stream of
 * the test JVM: Node makes a pipe that it is given non-blocking, and Surefire reads its commands from that pipe.
 */
public final class NodePackages {
    private static final long INSTALL_MINUTES = 5;

    private NodePackages() {}

    /**
     * Installs what the lock file names, unless it is there.
     *
     * @throws IllegalStateException with the path of npm's output when npm fails
     */
    public static void install(Path folder) {
        try (FileChannel file = FileChannel.open(
                        Files.createDirectories(folder.resolve("target")).resolve("npm.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            if (!Files.exists(folder.resolve("node_modules/.package-lock.json"))) {
                run(folder, List.of("npm", "ci", "--no-audit", "--no-fund"));
            }
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Path folder, List<String> command) throws IOException {
        Path log = folder.resolve("target/npm.log");
        Process npm = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) || npm.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            npm.destroyForcibly();
        }
    }
}
