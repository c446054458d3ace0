package viva.platform.servers.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import viva.platform.servers.PrivateFiles;

/**
 * A process id with the instant the process started, so that a number reused by a stranger is not taken for ours. Kept in
 * a pid file as two lines: the id, the start in milliseconds since 1970.
 */
public record ProcessIdentity(long pid, Instant started) {
    /** The kernel counts in clock ticks from a boot time that drifts as the clock is adjusted. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** Reads a pid file; empty when there is none or it is no pid file. */
    public static Optional<ProcessIdentity> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new ProcessIdentity(
                    Long.parseLong(lines.get(0).strip()),
                    Instant.ofEpochMilli(Long.parseLong(lines.get(1).strip()))));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    public void write(Path file) {
        PrivateFiles.write(file, pid + "\n" + started.toEpochMilli() + "\n");
    }

    /** The process, when it still runs and is the same one. A zombie does not run. */
    public Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid).filter(ProcessIdentity::isRunning).filter(this::sameStart);
    }

    /** Whether {@code process} runs; the JDK alone calls a zombie alive. */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private boolean sameStart(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) <= 0)
                .orElse(true);
    }

    private static boolean isZombie(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return line.startsWith(") Z", line.lastIndexOf(')'));
        } catch (IOException unknown) {
            // No /proc (macOS), or the process has just gone: the JDK's own answer is right in both cases.
            return false;
        }
    }
}
