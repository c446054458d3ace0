package viva.life.folding;

import viva.contracts.Emotions;
import viva.life.feeling.Feeling;

/** Emotions by feeling. */
public final class EmotionLevels {
    private EmotionLevels() {}

    /** The level of one feeling, in [0, 1]. */
    public static double of(Emotions emotions, Feeling feeling) {
        return switch (feeling) {
            case JOY -> emotions.joy();
            case SADNESS -> emotions.sadness();
            case ANGER -> emotions.anger();
            case FEAR -> emotions.fear();
            case SURPRISE -> emotions.surprise();
            case DISGUST -> emotions.disgust();
            case LOVE -> emotions.love();
            case LONELINESS -> emotions.loneliness();
            case CURIOSITY -> emotions.curiosity();
            case EXCITEMENT -> emotions.excitement();
        };
    }

    /** All levels, each at its {@link Feeling#index}. */
    public static double[] all(Emotions emotions) {
        double[] levels = new double[Feeling.COUNT];
        for (Feeling feeling : Feeling.values()) {
            levels[feeling.index()] = of(emotions, feeling);
        }
        return levels;
    }

    /**
     * What {@link #all} took apart.
     *
     * @throws IllegalArgumentException when there are not {@value Feeling#COUNT} levels
     */
    public static Emotions from(double[] levels) {
        if (levels.length != Feeling.COUNT) {
            throw new IllegalArgumentException("must be " + Feeling.COUNT + " levels: got " + levels.length);
        }
        return new Emotions(
                levels[0], levels[1], levels[2], levels[3], levels[4], levels[5], levels[6], levels[7], levels[8],
                levels[9]);
    }
}
