package viva.load.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import viva.load.town.Town;
import viva.platform.servers.ServerFailure;

/** Looks at a town at equal intervals, and keeps all that it saw. */
public final class Observation {
    private final Town town;
    private final Duration every;
    private final Consumer<String> progress;
    private final List<Moment> moments = new ArrayList<>();
    private final Map<String, Integer> waits = new TreeMap<>();

    /** @param progress gets a line for each look */
    public Observation(Town town, Duration every, Consumer<String> progress) {
        this.town = town;
        this.every = every;
        this.progress = progress;
    }

    /** Looks for as long as {@code length}. */
    public Observation during(Duration length) {
        long begun = System.nanoTime();
        look();
        for (long passed = 0; passed < length.toNanos(); passed = System.nanoTime() - begun) {
            pause(Math.min(every.toNanos(), length.toNanos() - passed));
            look();
            progress.accept(line());
        }
        return this;
    }

    private void look() {
        Moment moment = Moment.of(town);
        moments.add(moment);
        moment.database().waits().forEach((wait, count) -> waits.merge(wait, count, Integer::sum));
    }

    static void pause(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(nanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted", e);
        }
    }

    /** How many shards live in all processes of a town. */
    public static double living(Town town) {
        return Moment.lives(town).shardsLiving();
    }

    /** From the first look to the last. */
    public Span whole() {
        return new Span(moments.getFirst(), moments.getLast());
    }

    /** Between each look and the next. */
    public List<Span> parts() {
        List<Span> parts = new ArrayList<>();
        for (int i = 1; i < moments.size(); i++) {
            parts.add(new Span(moments.get(i - 1), moments.get(i)));
        }
        return parts;
    }

    /** How often a connection was seen waiting for what, over all looks. */
    public Map<String, Integer> waits() {
        return waits;
    }

    private String line() {
        Span last = parts().getLast();
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%4.0f s  %,7.0f ticks/s  %,7.0f late  lag %6.2f s  %,7.0f rows/s  %4.0f commits/s  %5.0f MB  log %5.1f MB/s  paused %4.0f ms  cpu",
                whole().seconds(),
                last.perSecond(last.ticks()),
                last.lateTicks(),
                last.to().life().longestLag(),
                last.perSecond(last.rows()),
                last.perSecond(last.counted("commits")),
                last.residentMegabytes(),
                last.perSecond(last.counted("wal_bytes")) / 1e6,
                last.pausedMillis()));
        last.processors().forEach((name, busy) -> line.append(String.format(Locale.ROOT, " %s %.2f", name, busy)));
        return line.toString();
    }
}
