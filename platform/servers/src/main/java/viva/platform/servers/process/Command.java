package viva.platform.servers.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import viva.platform.servers.ServerFailure;

/** A short-lived command of the machine; its output goes into a log file. */
public record Command(List<String> words, Map<String, String> environment, Path directory, Path log) {
    private static final List<String> USUAL_FOLDERS = List.of(
            "/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin", "/opt/homebrew/bin", "/opt/homebrew/sbin");

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** Runs it to its end and returns its exit code; it is killed after {@code limit}. */
    public int run(Duration limit) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            CleanEnvironment.apply(builder, environment);
            Process process = Programs.start(builder);
            if (!endsWithin(process, limit)) {
                throw new ServerFailure(
                        "%s did not end within %d s; see %s".formatted(words.getFirst(), limit.toSeconds(), log));
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new ServerFailure("Cannot run %s: %s".formatted(words.getFirst(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while running " + words.getFirst(), e);
        }
    }

    private static boolean endsWithin(Process process, Duration limit) throws InterruptedException {
        boolean ended = false;
        try {
            ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            return ended;
        } finally {
            if (!ended) {
                process.destroyForcibly();
            }
        }
    }

    /** Runs it and fails with {@code sentence} and the log's place unless it ends well. */
    public void runOrFail(Duration limit, String sentence) {
        int code = run(limit);
        if (code != 0) {
            throw new ServerFailure("%s (exit code %d); see %s".formatted(sentence, code, log));
        }
    }

    /** What the command prints, without writing a log; empty when it cannot run or fails. For quick questions only. */
    public static Optional<String> ask(String... words) {
        try {
            Process process = Programs.start(new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD));
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException unavailable) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Finds a program on the PATH and in the usual folders. */
    public static Optional<Path> find(String program) {
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> folder.startsWith("/"));
        return Stream.concat(path, USUAL_FOLDERS.stream())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .filter(file -> !Files.isDirectory(file))
                .findFirst();
    }
}
