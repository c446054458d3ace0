package viva.life.mind;

import java.util.Locale;
import viva.contracts.Needs;

/** One word for a mood: first by how pleasant it is, then, when it is neither, by what the body says. */
enum MoodWord {
    ELATED,
    HAPPY,
    CONTENT,
    CALM,
    RESTLESS,
    TIRED,
    UNEASY,
    GLOOMY,
    MISERABLE;

    /** Below this a need of 100 colours a mood that is neither good nor bad. */
    private static final double LOW = 30;

    /** @param mood in [−1, 1] */
    static MoodWord of(double mood, Needs needs) {
        if (mood >= .15) {
            return mood >= .65 ? ELATED : mood >= .4 ? HAPPY : CONTENT;
        }
        if (mood <= -.15) {
            return mood <= -.6 ? MISERABLE : mood <= -.35 ? GLOOMY : UNEASY;
        }
        if (needs.energy() < LOW) {
            return TIRED;
        }
        return needs.stimulation() < LOW || needs.social() < LOW ? RESTLESS : CALM;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
