package viva.life.feeling;

import viva.life.temperament.Temperament;

/**
 * The ten emotions. Felt durations are rounded from Verduyn and Lavrijsen 2015, who found sadness to last longest by far and
 * surprise, fear, disgust and irritation shortest; love and loneliness, which they did not ask for, are set between joy and sadness.
 * Baselines follow Watson and Clark 1992: extraversion goes with positive emotions, neuroticism with negative ones.
 */
public enum Feeling {
    JOY(0, 35, 1),
    SADNESS(1, 120, -1),
    ANGER(2, 1.3, -.7),
    FEAR(3, .7, -.7),
    SURPRISE(4, .7, .1),
    DISGUST(5, .5, -.5),
    LOVE(6, 40, .8),
    LONELINESS(7, 50, -.6),
    CURIOSITY(8, 2, .2),
    EXCITEMENT(9, 6, .6);

    /** How many there are. */
    public static final int COUNT = 10;

    private final int index;
    private final double feltHours;
    private final double brevity;
    private final double valence;

    Feeling(int index, double feltHours, double valence) {
        this.index = index;
        this.feltHours = feltHours;
        this.brevity = 1 / feltHours;
        this.valence = valence;
    }

    /** Its place in arrays and in stored minds, in [0, {@value #COUNT}); never changes. */
    public int index() {
        return index;
    }

    /** How pleasant it is, in [−1, 1]: its pull on the mood. */
    public double valence() {
        return valence;
    }

    boolean negative() {
        return valence < 0;
    }

    /** How long it is felt by an average person, world hours. */
    double feltHours() {
        return feltHours;
    }

    /** The inverse of {@link #feltHours}: a division less each time that a feeling fades. */
    double brevity() {
        return brevity;
    }

    /** The level it returns to, in [0, 0.4]. */
    public double baseline(Temperament t) {
        return switch (this) {
            case JOY -> .1 + .2 * t.extraversion() + .1 * (1 - t.neuroticism());
            case SADNESS -> .02 + .1 * t.neuroticism();
            case ANGER -> .01 + .08 * t.neuroticism() * (1 - t.agreeableness());
            case FEAR -> .01 + .1 * t.neuroticism();
            case SURPRISE -> .02;
            case DISGUST -> .01;
            case LOVE -> .05 + .15 * t.agreeableness();
            case LONELINESS -> .02 + .05 * t.neuroticism();
            case CURIOSITY -> .1 + .25 * t.openness();
            case EXCITEMENT -> .03 + .12 * t.extraversion();
        };
    }
}
