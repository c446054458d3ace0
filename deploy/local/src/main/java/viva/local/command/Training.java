package viva.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import viva.local.home.WorldFolder;
import viva.local.settings.Settings;
import viva.local.terminal.Terminal;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.process.ServerProcess;
import viva.platform.servers.process.StopSignal;

/** {@link Train} as a process with the lowest priority, beside a world that has just been built. */
final class Training implements AutoCloseable {
    /** The first minute of a world is the one in which people look at it. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES);

    /** It has servers of its own to stop. */
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(2);

    private final Settings settings;
    private final Terminal terminal;
    private final Path log;
    private final ServerProcess process;
    private boolean closed;

    Training(Settings settings, WorldFolder folder, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
        this.log = folder.log("training");
        this.process = new ServerProcess("training", folder.pidFile("training"), log, StopSignal.TERM, STOP_PATIENCE);
    }

    /** Returns at once. */
    void startLater() {
        LATER.execute(this::start);
    }

    private synchronized void start() {
        if (closed) {
            return;
        }
        try {
            process.stopLeftover();
            process.start(command(), environment(), settings.root());
            terminal.say("Learning to start faster, with what the machine has to spare; its log is " + log);
        } catch (ServerFailure failure) {
            terminal.complain(failure.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        process.stop();
    }

    private static List<String> command() {
        List<String> words = new ArrayList<>();
        Path nice = Path.of("/usr/bin/nice");
        if (Files.isExecutable(nice)) {
            words.addAll(List.of(nice.toString(), "-n", "19"));
        }
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-jar",
                System.getProperty("java.class.path"),
                "train",
                "--until-exit-of",
                Long.toString(ProcessHandle.current().pid())));
        return words;
    }

    private Map<String, String> environment() {
        return Map.of(
                "VIVA_ROOT",
                settings.root().toString(),
                "VIVA_HOME",
                settings.home().toString());
    }
}
