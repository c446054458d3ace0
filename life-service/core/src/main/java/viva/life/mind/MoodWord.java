package viva.life.mind;

import java.util.Locale;

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

    static MoodWord of(Snapshot mind) {
        double mood = mind.mood();
        if (mood >= .15) {
            return mood >= .65 ? ELATED : mood >= .4 ? HAPPY : CONTENT;
        }
        if (mood <= -.15) {
            return mood <= -.6 ? MISERABLE : mood <= -.35 ? GLOOMY : UNEASY;
        }
        if (mind.needs().energy() < LOW) {
            return TIRED;
        }
        return mind.needs().stimulation() < LOW || mind.needs().social() < LOW ? RESTLESS : CALM;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
