package viva.society;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import viva.society.world.WorldPlan;

/** Says how far a world has come: one line that changes on a terminal, a line for every tenth elsewhere. */
final class Progress {
    private static final long NANOS_BETWEEN = 200_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_DAY = 86_400_000.0;

    private final WorldPlan plan;
    private final PrintWriter out;
    private final boolean quiet;
    private final boolean interactive;
    private final long begun = System.nanoTime();
    private long said = begun;
    private int tenths;
    private double seconds;

    Progress(WorldPlan plan, PrintWriter out, boolean quiet) {
        this.plan = plan;
        this.out = out;
        this.quiet = quiet;
        this.interactive = isTerminal();
        if (!quiet) {
            out.println(String.format(
                    Locale.ROOT,
                    "A world of %,d for %d world days from %s on, seed %d",
                    plan.avatars(),
                    plan.days(),
                    plan.start(),
                    plan.seed()));
        }
    }

    void at(long worldMillis, long ticks) {
        long now = System.nanoTime();
        double share = (double) (worldMillis - plan.start().millis())
                / (plan.end().millis() - plan.start().millis());
        boolean due = interactive ? now - said >= NANOS_BETWEEN : (int) (10 * share) > tenths;
        if (quiet || !due) {
            return;
        }
        said = now;
        tenths = (int) (10 * share);
        double taken = (now - begun) / NANOS_PER_SECOND;
        String line = String.format(
                Locale.ROOT,
                "%3.0f %%  day %4.1f of %d  %,10.0f ticks/s  %4.0f s to go",
                100 * share,
                share * (plan.end().millis() - plan.start().millis()) / MILLIS_PER_DAY,
                plan.days(),
                ticks / taken,
                taken / share - taken);
        if (interactive) {
            out.print("\r" + line);
            out.flush();
        } else {
            out.println(line);
        }
    }

    void done(long ticks) {
        seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
        if (!quiet) {
            out.println(String.format(
                    Locale.ROOT, "%sLived in %.1f s: %,d ticks", interactive ? "\r\033[K" : "", seconds, ticks));
        }
    }

    /** Null and a console that is no terminal mean the same; which of them comes depends on the Java release. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Real seconds that the world took to live. */
    double seconds() {
        return seconds;
    }
}
