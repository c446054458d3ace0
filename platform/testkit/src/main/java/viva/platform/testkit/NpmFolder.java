package viva.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A folder with a {@code package.json} and its lock file, whose packages tests run with Node. */
public final class NpmFolder {
    private NpmFolder() {}

    /**
     * Installs what the lock file says, when it is not there. Only one of the test JVMs installs; the others wait for it.
     *
     * @param packages whose presence tells that it was done
     */
    public static synchronized void install(Path folder, String... packages) {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            String lock = "npm-" + folder.getFileName() + ".lock";
            try (FileChannel file = FileChannel.open(
                            target.resolve(lock), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = file.lock()) {
                Path modules = folder.resolve("node_modules");
                if (!Arrays.stream(packages).map(modules::resolve).allMatch(Files::exists)) {
                    install(folder, target.resolve("npm-" + folder.getFileName() + ".log"));
                }
                held.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void install(Path folder, Path log) throws IOException {
        Process npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // Surefire speaks with the test JVM over its standard streams: no child may inherit them.
        npm.getOutputStream().close();
        try {
            if (npm.waitFor() != 0) {
                throw new IllegalStateException("npm ci failed in " + folder + ":\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
