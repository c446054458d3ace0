package viva.life.history;

import java.time.Instant;
import viva.contracts.Emotions;
import viva.contracts.StateView;
import viva.contracts.WorldTime;

/**
 * An avatar at one past instant, or on average from that instant on.
 *
 * @param at the real instant
 * @param moodMin the lowest mood of the time that was averaged, as {@code moodMax} is the highest; null for an instant
 * @param asleep for an average, whether it slept more than half of the time
 * @param asleepShare of the time that was averaged, in [0, 1]; null for an instant
 * @param activity null for an average, as are the emotions
 * @param exact whether it was worked out for this very instant; an average is not, nor is what an older version of the model sampled
 */
public record Point(
        Instant at,
        WorldTime worldTime,
        double mood,
        Double moodMin,
        Double moodMax,
        double wellbeing,
        double energy,
        double social,
        double stimulation,
        double comfort,
        boolean asleep,
        Double asleepShare,
        String activity,
        String dominantEmotion,
        Emotions emotions,
        boolean exact) {
    /** The avatar as it was at {@code at}. */
    static Point exact(Instant at, StateView state) {
        return of(at, state, true);
    }

    /** The avatar as it was when it was last sampled before {@code at}. */
    static Point sampled(Instant at, StateView state) {
        return of(at, state, false);
    }

    private static Point of(Instant at, StateView state, boolean exact) {
        return new Point(
                at,
                state.worldTime(),
                state.mood(),
                null,
                null,
                state.wellbeing(),
                state.energy(),
                state.social(),
                state.stimulation(),
                state.comfort(),
                state.asleep(),
                null,
                state.activity(),
                state.dominantEmotion(),
                state.emotions(),
                exact);
    }
}
