package viva.life.mind;

import viva.life.appraisal.Appraiser;
import viva.life.feeling.Feeling;
import viva.life.feeling.Impulses;
import viva.life.temperament.Temperament;

/** What an avatar's own doings stir up in it. The strengths are ours: small, because they happen several times a day. */
final class Experience {
    /** Importance of everyday events, in [0, 1]. */
    static final double TRIFLE = .1;

    /** Importance of what is worth keeping, in [0, 1]. */
    static final double NOTABLE = .3;

    private static final Impulses CALM = Impulses.NONE
            .and(Feeling.ANGER, -.3)
            .and(Feeling.FEAR, -.3)
            .and(Feeling.SADNESS, -.15)
            .and(Feeling.LONELINESS, -.1);

    private Experience() {}

    /** It looked for company and found none. */
    static Impulses nobodyThere(Temperament self) {
        double hurt = Appraiser.rejection(self);
        return Impulses.mixture()
                .and(Feeling.LONELINESS, .015 * hurt)
                .and(Feeling.SADNESS, .002 * hurt)
                .done();
    }

    /** It saw something new. */
    static Impulses somethingNew(Temperament self) {
        return Impulses.mixture()
                .and(Feeling.JOY, .03 + .04 * self.openness())
                .and(Feeling.EXCITEMENT, .15)
                .and(Feeling.SURPRISE, .2)
                .and(Feeling.CURIOSITY, -.2)
                .done();
    }

    /** Reappraisal takes the edge off (Gross 1998). */
    static Impulses calmReflection() {
        return CALM;
    }

    /** It found words for what it feels. */
    static Impulses spoke(Temperament self) {
        return Impulses.mixture()
                .and(Feeling.JOY, .02 + .02 * self.extraversion())
                .and(Feeling.SADNESS, -.05)
                .done();
    }
}
