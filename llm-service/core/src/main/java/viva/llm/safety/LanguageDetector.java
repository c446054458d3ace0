package viva.llm.safety;

import java.util.ArrayList;
import java.util.List;
import viva.llm.phrasebook.Language;

/**
 * Listens for one matter in one language. A rule that leaves no doubt decides; any other sign adds to the log odds of the model, so that a
 * harmless sentence which happens to fit a rule needs more than the rule to be taken for danger, and a veiled one less than the model's own word.
 */
final class LanguageDetector {
    /** A rule of at least this certainty decides, unless the log odds of the model are below those of a contradiction. */
    private static final double BEYOND_DOUBT = .96;

    private static final double CONTRADICTION = -4;

    /** The share of unknown words that is nothing unusual, and what any more of them take from the log odds. */
    private static final double FAMILIAR = .25;

    private static final double FOREIGN = 8;

    private final RuleBook book;
    private final Lexicon lexicon;
    private final SafetyReader reader;
    private final SafetyModel model;
    private final Scale scale;

    /**
     * How signs and log odds become a certainty; all found on the tuning half.
     *
     * @param alone log odds at which the model alone has a certainty of one half
     * @param strong what a sign of at least .9 adds to the log odds
     * @param weak what any other sign adds
     * @param part what one sentence of several must have more than the whole
     */
    record Scale(double alone, double strong, double weak, double part) {}

    LanguageDetector(Matter matter, Language language, Scale scale) {
        this.book = matter.rules(language);
        this.model = matter.model(language);
        this.lexicon = Lexicon.of(language);
        this.reader = new SafetyReader(book, lexicon, model.words());
        this.scale = scale;
    }

    /** In [0, 1]. */
    double certainty(String text) {
        List<String> tokens = reader.read(text);
        if (tokens.stream().noneMatch(SafeTokens::isWord)) {
            return 0;
        }
        double byRules = Evidence.of(tokens, book).certainty();
        if (!model.knows()) {
            return byRules;
        }
        double odds = odds(tokens);
        if (byRules >= BEYOND_DOUBT && odds > CONTRADICTION) {
            return byRules;
        }
        double added = byRules >= .9 ? scale.strong() : byRules > 0 ? scale.weak() : 0;
        return 1 / (1 + StrictMath.exp(scale.alone() - added - odds));
    }

    /** The strongest of the whole and of each sentence: what is long hides no sentence. */
    private double odds(List<String> tokens) {
        double odds = model.logOdds(reader.features(tokens)) - FOREIGN * Math.max(0, unknown(tokens) - FAMILIAR);
        List<List<String>> sentences = sentences(tokens);
        if (sentences.size() > 1) {
            for (List<String> sentence : sentences) {
                odds = Math.max(odds, model.logOdds(reader.features(sentence)) - scale.part());
            }
        }
        return odds;
    }

    /** The share of the words that are in no training sentence and not in the lexicon: what is foreign to a model says nothing to it. */
    private double unknown(List<String> tokens) {
        long words = tokens.stream().filter(SafeTokens::isWord).count();
        long known = tokens.stream()
                .filter(word -> model.words().contains(word) || lexicon.knows(word))
                .count();
        return 1 - known / (double) words;
    }

    private static List<List<String>> sentences(List<String> tokens) {
        List<List<String>> sentences = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= tokens.size(); at++) {
            if (at == tokens.size() || !SafeTokens.isWord(tokens.get(at))) {
                if (at > from) {
                    sentences.add(tokens.subList(from, at));
                }
                from = at + 1;
            }
        }
        return sentences;
    }
}
