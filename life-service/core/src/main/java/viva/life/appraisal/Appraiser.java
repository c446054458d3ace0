package viva.life.appraisal;

import viva.life.feeling.Feeling;
import viva.life.feeling.Impulses;
import viva.life.temperament.Temperament;

/**
 * From what an event means to what it stirs up (Ortony, Clore and Collins 1988): joy or distress from desirability, hope or fear from
 * likelihood, admiration or reproach from praiseworthiness, gratitude as joy with admiration, anger as distress with reproach. The
 * attachment style colours it: anxious ones feel rejection more, avoidant ones closeness less, fearful ones both (Mikulincer and
 * Shaver 2007).
 */
public final class Appraiser {
    private Appraiser() {}

    public static Impulses feel(Appraisal event, Temperament self) {
        double good = Math.max(0, event.desirability()) * event.likelihood();
        double bad = Math.max(0, -event.desirability()) * event.likelihood() * rejection(self);
        double admiration = Math.max(0, event.praiseworthiness());
        double reproach = Math.max(0, -event.praiseworthiness());
        double gratitude = Math.min(good, admiration);
        double wronged = Math.min(bad, reproach);
        double closer = Math.max(0, event.closeness()) * intimacy(self);
        double left = Math.max(0, -event.closeness()) * rejection(self);
        double glad = Math.max(0, event.fortune()) * sympathy(self);
        double sorry = Math.max(0, -event.fortune()) * sympathy(self);
        return Impulses.mixture()
                .and(Feeling.JOY, .35 * good + .3 * glad - .3 * bad - .15 * sorry)
                .and(Feeling.SADNESS, .25 * bad + .15 * left + .35 * sorry - .15 * good)
                .and(Feeling.ANGER, .55 * wronged * (1.2 - .6 * self.agreeableness()) - .3 * good)
                .and(Feeling.FEAR, .3 * bad * (.3 + self.neuroticism()) - .15 * good)
                .and(Feeling.SURPRISE, .6 * event.unexpectedness())
                .and(Feeling.DISGUST, .2 * reproach)
                .and(Feeling.LOVE, .3 * closer + .15 * gratitude - .2 * left)
                .and(Feeling.LONELINESS, .15 * left - .3 * closer - .1 * good)
                .and(Feeling.CURIOSITY, .15 * event.unexpectedness() * self.openness())
                .and(Feeling.EXCITEMENT, .2 * good * self.extraversion() + .3 * glad)
                .done();
    }

    /** How much more than average a rejection or a silence hurts. */
    public static double rejection(Temperament self) {
        return switch (self.attachment()) {
            case SECURE -> .8;
            case ANXIOUS -> 1.4;
            case AVOIDANT -> .9;
            case FEARFUL -> 1.3;
        };
    }

    /** How much of an offered closeness is let in. */
    private static double intimacy(Temperament self) {
        return switch (self.attachment()) {
            case SECURE -> 1;
            case ANXIOUS -> 1.1;
            case AVOIDANT -> .55;
            case FEARFUL -> .6;
        };
    }

    private static double sympathy(Temperament self) {
        return .4 + .6 * self.agreeableness();
    }
}
