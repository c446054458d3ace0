package viva.local.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** Speaks to the person at the terminal, one line at a time. */
public final class Terminal {
    private static final int NAME_WIDTH = 14;

    private final PrintStream out;
    private final PrintStream err;

    public Terminal(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The standard streams of this process, in UTF-8. */
    public static Terminal ofThisProcess() {
        return new Terminal(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
    }

    /** A plain line. */
    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /** A line that tells what went wrong. */
    public synchronized void complain(String line) {
        err.println("viva: " + line);
        err.flush();
    }

    /** Runs one step and says how long it took; a step that fails speaks through its exception. */
    public void step(String name, String done, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        say(String.format(Locale.ROOT, "  %-" + NAME_WIDTH + "s %s  %5.1f s", name, done, taken.toMillis() / 1000.0));
    }
}
