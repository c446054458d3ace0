package viva.llm.safety;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads messages in one language the way its rule book and its model expect: abbreviations written out, slips mended. */
final class SafetyReader {
    private final RuleBook book;
    private final Typos typos;
    private final SafetyFeatures features;

    /** @param known words that are spelt right, beside those of the lexicon */
    SafetyReader(RuleBook book, Lexicon lexicon, Set<String> known) {
        this.book = book;
        Set<String> right = new HashSet<>(known);
        right.addAll(lexicon.words());
        this.typos = new Typos(book.keyWords(), right);
        this.features = new SafetyFeatures(book.kinds(), lexicon);
    }

    List<String> read(String text) {
        return typos.mended(book.writtenOut(SafeTokens.of(text)));
    }

    int[] features(List<String> tokens) {
        return features.of(tokens);
    }
}
