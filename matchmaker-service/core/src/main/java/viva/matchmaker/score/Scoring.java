package viva.matchmaker.score;

import viva.contracts.AttachmentStyle;
import viva.contracts.Personality;

/** Scores a pair of personalities. */
public final class Scoring {
    private static final double INTROVERT_BELOW = 0.4;
    private static final double EXTRAVERT_ABOVE = 0.6;
    private static final double OPPOSITES = 0.7;

    private Scoring() {}

    public static Score score(Personality a, Personality b) {
        double communication =
                Chemistry.communication(a.humorStyle(), a.loveLanguage(), b.humorStyle(), b.loveLanguage());
        return new Score(
                personality(Traits.of(a), a.attachmentStyle(), Traits.of(b), b.attachmentStyle()),
                Tags.of(a.interests()).overlap(Tags.of(b.interests())),
                Tags.of(a.values()).overlap(Tags.of(b.values())),
                communication);
    }

    private static double personality(Traits a, AttachmentStyle styleA, Traits b, AttachmentStyle styleB) {
        return traits(
                        a.openness(),
                        a.conscientiousness(),
                        a.extraversion(),
                        a.agreeableness(),
                        a.neuroticism(),
                        b.openness(),
                        b.conscientiousness(),
                        b.extraversion(),
                        b.agreeableness(),
                        b.neuroticism())
                + 0.20 * Chemistry.attachment(styleA, styleB);
    }

    /** The part of the personality score that comes from the five traits, in [0, 0.8]. */
    public static double traits(
            double o1,
            double c1,
            double e1,
            double a1,
            double n1,
            double o2,
            double c2,
            double e2,
            double a2,
            double n2) {
        return 0.15 * (1 - Math.abs(o1 - o2))
                + 0.15 * (1 - Math.abs(c1 - c2))
                + 0.15 * extraversion(e1, e2)
                + 0.20 * (a1 + a2) / 2
                + 0.15 * (1 - (n1 + n2) / 2);
    }

    /** Like goes with like, and a quiet one with a lively one. */
    private static double extraversion(double e1, double e2) {
        double alike = 1 - Math.abs(e1 - e2);
        boolean complement = Math.min(e1, e2) < INTROVERT_BELOW && Math.max(e1, e2) > EXTRAVERT_ABOVE;
        return complement ? Math.max(alike, OPPOSITES) : alike;
    }

    private record Traits(
            double openness, double conscientiousness, double extraversion, double agreeableness, double neuroticism) {
        static Traits of(Personality p) {
            return new Traits(
                    p.openness().value(),
                    p.conscientiousness().value(),
                    p.extraversion().value(),
                    p.agreeableness().value(),
                    p.neuroticism().value());
        }
    }
}
