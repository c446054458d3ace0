package viva.llm.safety;

import java.util.EnumMap;
import java.util.Map;
import viva.llm.phrasebook.Language;

/** Whether the author of a message asks, in whatever wording, if they talk with a person or with a machine. */
final class NatureQuestion {
    private static final LanguageDetector.Scale SCALE = new LanguageDetector.Scale(-.7, 3.5, 2, .3);

    /** The models have learnt from more questions than the rules were written after, so a rule adds less. */
    private static final LanguageDetector.Scale ENGLISH = new LanguageDetector.Scale(-.8, 2.5, 1.5, .3);

    /** The Portuguese model has seen more questions yet, and needs to be surer not to take others for them; found on the tuning half. */
    private static final LanguageDetector.Scale PORTUGUESE = new LanguageDetector.Scale(.1, 2.5, 1.5, .3);

    private final Map<Language, LanguageDetector> detectors = new EnumMap<>(Language.class);

    NatureQuestion() {
        for (Language language : Language.values()) {
            detectors.put(language, new LanguageDetector(Matter.NATURE, language, scale(language)));
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
