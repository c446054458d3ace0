package viva.llm.safety;

import java.util.EnumMap;
import java.util.Map;
import viva.llm.phrasebook.Language;

/** Whether the author of a message may be in danger of harming themselves. It rather hears one too many than one too few. */
final class DistressDetector {
    private static final LanguageDetector.Scale SCALE = new LanguageDetector.Scale(0, 3.5, 3, .5);

    /** The English model has learnt from more sentences than its rules were written after, so a rule adds less. */
    private static final LanguageDetector.Scale ENGLISH = new LanguageDetector.Scale(.7, 1.8, .8, .5);

    /** The Portuguese model has seen more that resembles danger: it is surer, and a sign adds less to it; found on fresh sentences. */
    private static final LanguageDetector.Scale PORTUGUESE = new LanguageDetector.Scale(.8, 1.8, 1.8, .5);

    private final Map<Language, LanguageDetector> detectors = new EnumMap<>(Language.class);

    DistressDetector() {
        for (Language language : Language.values()) {
            detectors.put(language, new LanguageDetector(Matter.DISTRESS, language, scale(language)));
        }
    }

    private static LanguageDetector.Scale scale(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case PORTUGUESE -> PORTUGUESE;
            case SPANISH, GERMAN -> SCALE;
        };
    }

    /** In [0, 1]: the strongest of all languages that the message may be written in. */
    double certainty(String text) {
        return Tongues.of(SafeTokens.of(text)).stream()
                .mapToDouble(language -> detectors.get(language).certainty(text))
                .max()
                .orElse(0);
    }
}
