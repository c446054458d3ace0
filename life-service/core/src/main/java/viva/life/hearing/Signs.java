package viva.life.hearing;

import java.util.List;
import java.util.function.Predicate;
import viva.contracts.Reading;
import viva.life.appraisal.Tone;

/** What a reading shows, as the tables of acts ask for it. The thresholds are ours. */
public final class Signs {
    /** From this strength on, in [0, 1], an intent counts as meant and distress as danger. */
    public static final double MEANT = .5;

    /** Hostility up to here, in [0, 1], is a mild reproach. */
    private static final double MILD = .4;

    private Signs() {}

    /** Whether the owner may be in danger of harming themselves. */
    public static boolean distress(Reading reading) {
        return reading.distress() >= MEANT;
    }

    /** Whether one of these intents is meant. */
    public static Predicate<Reading> intent(String... labels) {
        List<String> any = List.of(labels);
        return reading -> any.stream().anyMatch(label -> reading.intents().getOrDefault(label, 0.0) >= MEANT);
    }

    /** Whether a tone is heard at all. */
    public static Predicate<Reading> tone(Tone tone) {
        return reading -> reading.tones().getOrDefault(tone.label(), 0.0) > 0;
    }

    /** Whether somebody is attacked or sent away. */
    public static Predicate<Reading> attack() {
        return intent("insult", "rejection")
                .or(reading -> reading.tones().getOrDefault(Tone.HOSTILITY.label(), 0.0) > MILD);
    }

    /** Whether the opposite is meant of what is said. */
    public static Predicate<Reading> sarcasm() {
        return reading -> reading.tones().getOrDefault("sarcasm", 0.0) >= MEANT;
    }

    /** Whether anything is asked. */
    public static Predicate<Reading> question() {
        return intent("question")
                .or(tone(Tone.QUESTION))
                .or(reading -> reading.intents().entrySet().stream()
                        .anyMatch(intent -> intent.getKey().startsWith("asks_") && intent.getValue() >= MEANT));
    }
}
