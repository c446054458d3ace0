package viva.llm.safety;

import java.util.Locale;
import java.util.Set;
import viva.llm.phrasebook.Language;

/** What is listened for: each matter has a rule book a language, and a model where there are training sentences. */
enum Matter {
    /** The author may be in danger of harming themselves. */
    DISTRESS("distress"),
    /** The author asks whether a person or a machine answers. */
    NATURE("asks_nature");

    private static final Set<Language> TRAINED = Set.of(Language.ENGLISH, Language.PORTUGUESE);

    private final String label;

    Matter(String label) {
        this.label = label;
    }

    /** The label of its training sentences. */
    String label() {
        return label;
    }

    RuleBook rules(Language language) {
        return RuleBook.load(resource(language, "txt"));
    }

    SafetyModel model(Language language) {
        return TRAINED.contains(language) ? SafetyModel.load(resource(language, "bin")) : SafetyModel.NONE;
    }

    /** The file of a language with this ending, as a class path resource. */
    String resource(Language language, String ending) {
        return "/viva/llm/safety/%s-%s.%s".formatted(name().toLowerCase(Locale.ROOT), language.tag(), ending);
    }
}
