package viva.life.feeling;

import java.util.Arrays;
import viva.life.decay.Exponential;
import viva.life.temperament.Temperament;

/**
 * Emotions and mood together, as of the last event that touched them. Emotions are kept as offsets from their baselines, so that
 * they fade to zero; the mood is kept unclamped, because only then does it not matter how often it was read.
 */
public final class Feelings {
    private static final Feeling[] ALL = Feeling.values();
    private static final double MILLIS_PER_HOUR = 3_600_000.0;
    private static final double LN2 = StrictMath.log(2);

    private final double[] offsets;
    private final double mood;
    private final double gravity;
    private final long since;

    /** The greatest offset, kept because every tick asks for it. */
    private final double peak;

    private Feelings(double[] offsets, double mood, double gravity, long since) {
        this.offsets = offsets;
        this.mood = mood;
        this.gravity = gravity;
        this.since = since;
        double highest = 0;
        for (double offset : offsets) {
            if (offset > highest) {
                highest = offset;
            }
        }
        this.peak = highest;
    }

    /** Everything at its baseline. */
    public static Feelings calm(Temperament temperament, long at) {
        return new Feelings(new double[ALL.length], temperament.pleasure(), 0, at);
    }

    /**
     * Feelings as they were written.
     *
     * @throws IllegalArgumentException when a number is out of range or not finite
     */
    public static Feelings of(double[] offsets, double mood, double gravity, long since) {
        if (offsets.length != ALL.length) {
            throw new IllegalArgumentException("must be " + ALL.length + " offsets: got " + offsets.length);
        }
        for (double offset : offsets) {
            if (!(offset >= -1 && offset <= 1)) {
                throw new IllegalArgumentException("must be in [-1,1]: offset = " + offset);
            }
        }
        if (!Double.isFinite(mood) || !(gravity >= 0 && gravity <= 1)) {
            throw new IllegalArgumentException(
                    "must be finite, and in [0,1]: mood = " + mood + ", gravity = " + gravity);
        }
        return new Feelings(offsets.clone(), mood, gravity, since);
    }

    /** How far a feeling is above its baseline, in [−1, 1]. */
    public double offset(Feeling feeling) {
        return offsets[feeling.index()];
    }

    /** How far the feeling that stands out most is above its baseline, in [0, 1]; from then on it only fades. */
    public double peak() {
        return peak;
    }

    /** Unclamped; finite. */
    public double mood() {
        return mood;
    }

    /** The importance of what is still felt, in [0, 1]: it stretches the half-lives. */
    public double gravity() {
        return gravity;
    }

    /** World milliseconds at which these feelings held. */
    public long since() {
        return since;
    }

    /** A feeling's level in [0, 1]. */
    public double level(Feeling feeling, Temperament temperament) {
        return Math.max(0, Math.min(1, feeling.baseline(temperament) + offset(feeling)));
    }

    /** The feelings at {@code at} if nothing happens; earlier instants read as {@link #since}. */
    public Feelings at(long at, Temperament temperament, FeelingParameters parameters) {
        if (at <= since) {
            return this;
        }
        double hours = ((double) at - since) / MILLIS_PER_HOUR;
        double moodRate = 1 / parameters.moodTime(temperament);
        double rate = LN2 / parameters.halfLife(1, gravity);
        double negativeRate = rate / parameters.neurotic(temperament);
        double pleasure = temperament.pleasure();
        double moodLeft = Exponential.of(-hours * moodRate);
        double moved = pleasure + (mood - pleasure) * moodLeft;
        double pull = parameters.gainOf(temperament);
        double[] faded = new double[ALL.length];
        for (Feeling feeling : ALL) {
            double offset = offsets[feeling.index()];
            if (offset != 0) {
                double fading = feeling.brevity() * (feeling.negative() ? negativeRate : rate);
                double left = Exponential.of(-hours * fading);
                faded[feeling.index()] = forgotten(offset * left) ? 0 : offset * left;
                moved += pull * feeling.valence() * offset * Pull.share(hours, fading, moodRate, left, moodLeft);
            }
        }
        return new Feelings(faded, moved, gravity, at);
    }

    /** The same feelings at {@code until}: time stood still since these were written. */
    public Feelings held(long until) {
        return new Feelings(offsets, mood, gravity, until);
    }

    /** So little that nobody would ever read it; an emotion that is gone costs no exponential. */
    private static boolean forgotten(double offset) {
        return Math.abs(offset) < 1e-13;
    }

    /** These feelings, at the same instant, after an event of {@code importance} in [0, 1]. */
    public Feelings stirred(Impulses impulses, double importance, Temperament temperament) {
        double[] stirred = offsets.clone();
        double felt = 0;
        for (Feeling feeling : ALL) {
            int index = feeling.index();
            felt += Math.abs(offsets[index]);
            double impulse = impulses.of(feeling);
            if (impulse != 0) {
                double baseline = feeling.baseline(temperament);
                double level = level(feeling, temperament);
                stirred[index] = (impulse > 0 ? level + impulse * (1 - level) : level * (1 + impulse)) - baseline;
            }
        }
        double intensity = impulses.intensity();
        double weight = felt + intensity;
        double mixed =
                weight > 0 ? (gravity * felt + Math.max(0, Math.min(1, importance)) * intensity) / weight : gravity;
        return new Feelings(stirred, mood, Math.max(0, Math.min(1, mixed)), since);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Feelings that
                && Arrays.equals(offsets, that.offsets)
                && Double.compare(mood, that.mood) == 0
                && Double.compare(gravity, that.gravity) == 0
                && since == that.since;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(offsets) + Double.hashCode(mood)) + Long.hashCode(since);
    }

    @Override
    public String toString() {
        return "Feelings[offsets=" + Arrays.toString(offsets) + ", mood=" + mood + ", gravity=" + gravity + ", since="
                + since + "]";
    }
}
