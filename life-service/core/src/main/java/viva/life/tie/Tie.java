package viva.life.tie;

import java.util.Objects;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;

/**
 * What a mind knows of its bond with one other avatar; the bond itself is the relationship service's. Single precision: a mind keeps
 * several of these, and the id as its two halves, without the two objects that it is otherwise.
 *
 * @param otherHigh the more significant half of the id of {@link #other}
 * @param otherLow the less significant half
 * @param familiarity in [0, 1], as are {@code trust}, {@code affection} and {@code attraction}
 * @param score how well the two go together as the matchmaker says, in [0, 1]; 0 when it never said
 * @param version of the bond; 0 for somebody it has only heard of
 * @param metMillis world milliseconds at which it last met them or took note of them; {@link #NEVER} before that
 */
public record Tie(
        long otherHigh,
        long otherLow,
        BondStatus status,
        float familiarity,
        float trust,
        float affection,
        float attraction,
        float score,
        long version,
        long metMillis) {
    public static final long NEVER = Long.MIN_VALUE;

    /** A trust that nothing has spoken for or against yet. */
    public static final float NEUTRAL_TRUST = .5f;

    private static final double MILLIS_PER_HOUR = 3_600_000.0;

    public Tie {
        Objects.requireNonNull(status, "status");
        requireShare("familiarity", familiarity);
        requireShare("trust", trust);
        requireShare("affection", affection);
        requireShare("attraction", attraction);
        requireShare("score", score);
        if (version < 0) {
            throw new IllegalArgumentException("must be >= 0: version = " + version);
        }
    }

    public Tie(
            AvatarId other,
            BondStatus status,
            float familiarity,
            float trust,
            float affection,
            float attraction,
            float score,
            long version,
            long metMillis) {
        this(
                other.value().getMostSignificantBits(),
                other.value().getLeastSignificantBits(),
                status,
                familiarity,
                trust,
                affection,
                attraction,
                score,
                version,
                metMillis);
    }

    /** Whom it is about. */
    public AvatarId other() {
        return new AvatarId(new UUID(otherHigh, otherLow));
    }

    boolean isAbout(AvatarId avatar) {
        return avatar.value().getMostSignificantBits() == otherHigh
                && avatar.value().getLeastSignificantBits() == otherLow;
    }

    /** Somebody it has only heard of. */
    public static Tie prospect(AvatarId other, float score) {
        return new Tie(other, BondStatus.STRANGERS, 0, NEUTRAL_TRUST, 0, 0, score, 0, NEVER);
    }

    /** Somebody it knows nothing about. */
    public static Tie stranger(AvatarId other) {
        return prospect(other, 0);
    }

    public boolean isProspect() {
        return version == 0;
    }

    /** How warm its status is by itself, in [−1, 1]. */
    public double warmth() {
        return Warmth.of(status);
    }

    /** How much this person means to the avatar, in about [−0.5, 2.5]: what decides whom a full circle forgets. */
    public double closeness() {
        return warmth() + .6 * affection + .5 * attraction + .4 * familiarity + .2 * score;
    }

    /** World hours since it last met them; infinite when it never did. */
    public double hoursApart(long now) {
        return metMillis == NEVER
                ? Double.POSITIVE_INFINITY
                : Math.max(0, ((double) now - metMillis) / MILLIS_PER_HOUR);
    }

    public Tie met(long at) {
        return with(score, Math.max(metMillis, at));
    }

    public Tie scored(float better) {
        return with(better, metMillis);
    }

    private Tie with(float nextScore, long nextMet) {
        return new Tie(
                otherHigh, otherLow, status, familiarity, trust, affection, attraction, nextScore, version, nextMet);
    }

    private static void requireShare(String name, float value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("must be in [0,1]: " + name + " = " + value);
        }
    }
}
