package viva.life.shard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import viva.contracts.WorldTime;
import viva.life.mind.Intent;
import viva.life.resident.Resident;

/** What a population lived in one go. */
final class Stretch {
    private final long nowMillis;
    private final List<Resident> moved = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private int ticks;
    private long[] lags = new long[16];

    /** The next tick of {@code resident}, at {@code due}, does something in the world; without intents it is the leap over a long absence. */
    record Act(Resident resident, WorldTime due, List<Intent> intents) {}

    /** @param now the world's time */
    Stretch(WorldTime now) {
        nowMillis = now.millis();
    }

    void moved(Resident resident) {
        moved.add(resident);
    }

    void acts(Resident resident, WorldTime due, List<Intent> intents) {
        ticked(due);
        acts.add(new Act(resident, due, intents));
    }

    void ticked(WorldTime due) {
        if (ticks == lags.length) {
            lags = Arrays.copyOf(lags, 2 * ticks);
        }
        lags[ticks++] = nowMillis - due.millis();
    }

    /** Residents whose minds moved on. */
    List<Resident> moved() {
        return moved;
    }

    List<Act> acts() {
        return acts;
    }

    /** Ticks that were lived, those that wait for a transaction included. */
    int ticks() {
        return ticks;
    }

    /** Ticks that were due more than {@code worldMillis} ago. */
    int later(double worldMillis) {
        int later = 0;
        for (int tick = 0; tick < ticks; tick++) {
            later += lags[tick] > worldMillis ? 1 : 0;
        }
        return later;
    }

    /** World milliseconds since the tick that was due first; 0 when none is overdue. */
    long longestLag() {
        long longest = 0;
        for (int tick = 0; tick < ticks; tick++) {
            longest = Math.max(longest, lags[tick]);
        }
        return longest;
    }
}
