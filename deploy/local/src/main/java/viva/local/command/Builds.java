package viva.local.command;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds, one at a time. A signal may end the program between two rounds, so that after
 * {@link #close()} none begins any more. Safe for concurrent use.
 */
final class Builds implements AutoCloseable {
    /** The exit code of a build that was not begun; what a shell says of a program that SIGTERM ended. */
    static final int STOPPED = 143;

    private Process running;
    private boolean closed;

    /** Runs a build to its end and returns its exit code, or {@link #STOPPED}. */
    int run(ProcessBuilder build) throws IOException, InterruptedException {
        Process started;
        synchronized (this) {
            if (closed) {
                return STOPPED;
            }
            started = build.start();
            running = started;
        }
        int code = started.waitFor();
        return isClosed() ? STOPPED : code;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Ends the running build with everything that it started, and waits for their end. */
    @Override
    public void close() {
        List<ProcessHandle> all = last();
        all.forEach(ProcessHandle::destroy);
        all.forEach(process -> process.onExit().join());
    }

    /** From now on none begins; the processes of the one under way. Their end is waited for without the lock: who runs it needs that. */
    private synchronized List<ProcessHandle> last() {
        closed = true;
        return running == null || !running.isAlive()
                ? List.of()
                : Stream.concat(running.descendants(), Stream.of(running.toHandle()))
                        .toList();
    }
}
