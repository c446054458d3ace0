package viva.society.diary;

import java.util.ArrayList;
import java.util.List;
import viva.contracts.WorldTime;
import viva.life.mind.Mind;
import viva.society.fit.Line;

/** When a life slept. */
public final class Nights {
    /** Nights until an arbitrary start is forgotten. */
    private static final int SETTLING = 2;

    /** Nights that are kept one by one, for the plot. */
    private static final int KEPT = 8;

    private static final double MILLIS_PER_DAY = 86_400_000.0;

    private final List<Night> kept = new ArrayList<>(KEPT);
    private final Line bedtimes = new Line();
    private int nights;
    private long fellAsleep;

    /** One night, in world milliseconds. */
    public record Night(long from, long to) {}

    void lived(Mind before, Mind after) {
        if (after.asleep() && !before.asleep()) {
            fellAsleep = after.asOfMillis();
            if (nights++ >= SETTLING) {
                double fromNoon = (new WorldTime(fellAsleep).hourOfDay() + 12) % 24;
                bedtimes.add(fellAsleep / MILLIS_PER_DAY, fromNoon);
            }
        } else if (before.asleep() && !after.asleep() && kept.size() < KEPT) {
            kept.add(new Night(fellAsleep, after.asOfMillis()));
        }
    }

    /** The first nights. */
    public List<Night> first() {
        return List.copyOf(kept);
    }

    /** Bedtimes in hours after noon over days. */
    public Line bedtimes() {
        return bedtimes;
    }
}
