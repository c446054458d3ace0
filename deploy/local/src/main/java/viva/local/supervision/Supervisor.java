package viva.local.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import viva.local.terminal.Terminal;
import viva.platform.servers.ServerFailure;

/** Watches the parts of a running world and starts a dead one again. */
public final class Supervisor implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Terminal terminal;
    private final Runnable changed;
    private final List<Thread> watches = new ArrayList<>();
    private volatile boolean closed;

    /** @param changed called when a part has a new process */
    public Supervisor(Terminal terminal, Runnable changed) {
        this.terminal = terminal;
        this.changed = changed;
    }

    /** Watches {@code part}, which has been started. */
    public void watch(Part part) {
        watches.add(Thread.ofVirtual().name("watch " + part.name()).start(() -> keepAlive(part)));
    }

    /** Stops watching; returns when no part is being started any more. */
    @Override
    public void close() {
        closed = true;
        watches.forEach(Thread::interrupt);
        for (Thread watch : watches) {
            try {
                watch.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void keepAlive(Part part) {
        Backoff backoff = new Backoff();
        Instant born = Instant.now();
        while (sleep(LOOK_EVERY)) {
            if (part.isRunning()) {
                continue;
            }
            Optional<Duration> wait = backoff.afterDeath(Duration.between(born, Instant.now()));
            if (wait.isEmpty()) {
                terminal.complain(
                        "%s keeps ending and is not started again; see %s".formatted(part.name(), part.log()));
                return;
            }
            terminal.complain("%s ended%s; starting it again in %.1f s; see %s"
                    .formatted(part.name(), code(part), wait.get().toMillis() / 1000.0, part.log()));
            if (!sleep(wait.get())) {
                return;
            }
            born = Instant.now();
            restart(part);
        }
    }

    private void restart(Part part) {
        try {
            part.start();
            changed.run();
            terminal.say(part.name() + " is back");
        } catch (ServerFailure failure) {
            if (!closed) {
                terminal.complain(failure.getMessage());
            }
        }
    }

    private static String code(Part part) {
        return part.exitCode().isPresent() ? " (exit code " + part.exitCode().getAsInt() + ")" : "";
    }

    private boolean sleep(Duration duration) {
        try {
            Thread.sleep(duration);
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
