package viva.llm.understanding.safety;

import java.util.EnumMap;
import java.util.Map;
import viva.llm.phrasebook.Language;

/** Whether the author of a message may be in danger of harming themselves. It rather hears one too many than one too few. */
final class DistressDetector {
    private static final LanguageDetector.Scale SCALE = new LanguageDetector.Scale(0, 3.5, 3, .5);

    /** The Portuguese model has seen more that resembles danger: it is surer, and a sign adds less to it; found on fresh sentences. */
    private static final LanguageDetector.Scale PORTUGUESE = new LanguageDetector.Scale(.5, 2.5, 1.5, .5);

    private final Map<Language, LanguageDetector> detectors = new EnumMap<>(Language.class);

    DistressDetector() {
        for (Language language : Language.values()) {
            LanguageDetector.Scale scale = language == Language.PORTUGUESE ? PORTUGUESE : SCALE;
            detectors.put(language, new LanguageDetector(Matter.DISTRESS, language, scale));
        }
    }

    /** In [0, 1]: the strongest of all languages that the message may be written in. */
    double certainty(String text) {
        return Tongues.of(SafeTokens.of(text)).stream()
                .mapToDouble(language -> detectors.get(language).certainty(text))
                .max()
                .orElse(0);
    }
}
