package viva.life.hearing;

import java.util.Locale;
import java.util.Map;
import viva.contracts.Reading;
import viva.life.appraisal.TextReader;
import viva.life.appraisal.TextReading;

/**
 * Reads by rules alone: tones by the lexicon of {@link TextReader}, intents by whatever rules it is given. A function of its arguments that
 * takes well under a millisecond, so it always has a reading where a better reader is late or away.
 */
public final class RulesReader implements Reader {
    /** Grows with every change of its rules, so that a journal tells which ones read. */
    public static final String NAME = "rules-2";

    private final Intents intents;

    public RulesReader(Intents intents) {
        this.intents = intents;
    }

    @Override
    public Reading read(String text, Locale hint) {
        TextReading said = TextReader.read(text);
        Map<String, Double> wanted = intents.of(text, hint);
        double distress = wanted.getOrDefault(Intents.DISTRESS, 0.0);
        Reading read = new Reading(NAME, said.labelled(), wanted, distress, null);
        return new Reading(NAME, read.tones(), read.intents(), distress, OwnerActs.of(read));
    }
}
