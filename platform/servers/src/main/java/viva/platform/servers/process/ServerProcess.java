package viva.platform.servers.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import viva.platform.servers.ServerFailure;

/**
 * A long-lived child in a session of its own, so that Ctrl-C at the terminal reaches the launcher alone, which then stops
 * its children in order. Its pid file outlives a killed launcher: {@link #stopLeftover()} finds such a child again.
 */
public final class ServerProcess {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final String name;
    private final Path pidFile;
    private final Path log;
    private final StopSignal signal;
    private final Duration patience;
    private volatile Process process;

    /**
     * @param signal how it is asked to stop
     * @param patience how long it may take to stop before it is killed
     */
    public ServerProcess(String name, Path pidFile, Path log, StopSignal signal, Duration patience) {
        this.name = name;
        this.pidFile = pidFile;
        this.log = log;
        this.signal = signal;
        this.patience = patience;
    }

    /** Stops the process that the pid file names, when it still runs. */
    public void stopLeftover() {
        ProcessIdentity.read(pidFile).flatMap(ProcessIdentity::running).ifPresent(this::stop);
        forget();
    }

    /** Starts {@code command} in {@code directory} with a clean environment and {@code environment}. */
    public void start(List<String> command, Map<String, String> environment, Path directory) {
        List<String> words = new ArrayList<>(OwnSession.prefix());
        words.addAll(command);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            CleanEnvironment.apply(builder, environment);
            process = Programs.start(builder);
            ProcessIdentity.of(process.toHandle()).write(pidFile);
        } catch (IOException e) {
            throw new ServerFailure("Cannot start %s: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Waits until {@code ready} says so; fails when the process ends first or {@code limit} passes (it is stopped then). */
    public void awaitReady(Duration limit, BooleanSupplier ready) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!isRunning()) {
                throw new ServerFailure(
                        "%s ended while starting; the end of its log, %s:%n%s".formatted(name, log, LogEnd.of(log)));
            }
            if (System.nanoTime() - deadline > 0) {
                stop();
                throw new ServerFailure("%s was not ready after %d s; see %s".formatted(name, limit.toSeconds(), log));
            }
            pause();
        }
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** The process id; 0 before the first start. */
    public long pid() {
        return process == null ? 0 : process.pid();
    }

    /** How it ended; empty before the first start and while it runs. A signal counts as 128 and its number. */
    public OptionalInt exitCode() {
        return process == null || process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Stops it: the signal, then patience, then SIGKILL. */
    public void stop() {
        if (isRunning()) {
            stop(process.toHandle());
            awaitExitCode();
        }
        forget();
    }

    /** A child that has ended is a zombie until a thread of the JDK has asked how. */
    private void awaitExitCode() {
        try {
            var _ = process.waitFor(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while waiting for a server", e);
        }
    }

    private void stop(ProcessHandle handle) {
        signal.send(handle.pid());
        if (!endsWithin(handle, patience)) {
            StopSignal.KILL.send(handle.pid());
            if (!endsWithin(handle, patience)) {
                throw new ServerFailure("%s (pid %d) does not stop; see %s".formatted(name, handle.pid(), log));
            }
        }
    }

    private static boolean endsWithin(ProcessHandle handle, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (ProcessIdentity.isRunning(handle)) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            pause();
        }
        return true;
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new ServerFailure("Cannot delete " + pidFile, e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while waiting for a server", e);
        }
    }
}
