package viva.llm.safety;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sequence of words with gaps, as the rule books write it. Matching never looks further than the longest gap allows, so its time is bounded
 * by the length of the message.
 */
final class Sequence {
    /** One element of a sequence. */
    sealed interface Element {
        /** One of these words or phrases, each a list of words; {@code optional} when it may be missing. */
        record OneOf(
                Set<String> words, List<String> prefixes, Map<String, List<List<String>>> phrases, boolean optional)
                implements Element {
            /** The phrases that begin with a word, the longest first. */
            List<List<String>> phrasesFrom(String first) {
                return phrases.isEmpty() ? List.of() : phrases.getOrDefault(first, List.of());
            }
        }

        /** At most this many words of any kind, within a sentence. */
        record Gap(int most) implements Element {}

        /** Nothing of this follows here. */
        record Not(OneOf unwanted) implements Element {}

        /** Nothing of this stands right before. */
        record NotAfter(OneOf unwanted) implements Element {}

        /** The beginning of a sentence. */
        record Start() implements Element {}

        /** The end of a sentence. */
        record End() implements Element {}
    }

    /** Among the words of an element: the end of a sentence will do. */
    static final String END = "$";

    private static final int NONE = -1;

    private final List<Element> elements;

    Sequence(List<Element> elements) {
        this.elements = List.copyOf(elements);
    }

    /**
     * Words of which a message must have one for the sequence to be in it: those of the element with the fewest; empty when there is no such
     * element.
     */
    Set<String> triggers() {
        Set<String> fewest = Set.of();
        for (Element element : elements) {
            if (element instanceof Element.OneOf one && isTrigger(one)) {
                Set<String> words = new HashSet<>(one.words());
                words.addAll(one.phrases().keySet());
                fewest = fewest.isEmpty() || words.size() < fewest.size() ? words : fewest;
            }
        }
        return fewest;
    }

    private static boolean isTrigger(Element.OneOf one) {
        return !one.optional() && one.prefixes().isEmpty() && !one.words().contains(END);
    }

    /** Where the sequence ends that begins at {@code from}; -1 when it does not begin there. */
    int endOf(List<String> tokens, int from) {
        return match(tokens, from, 0);
    }

    private int match(List<String> tokens, int at, int index) {
        if (index == elements.size()) {
            return at;
        }
        return switch (elements.get(index)) {
            case Element.OneOf one -> oneOf(one, tokens, at, index);
            case Element.Gap gap -> gap(gap.most(), tokens, at, index);
            case Element.Not not -> fits(not.unwanted(), tokens, at) ? NONE : match(tokens, at, index + 1);
            case Element.NotAfter not ->
                at > 0 && fits(not.unwanted(), tokens, at - 1) ? NONE : match(tokens, at, index + 1);
            case Element.Start start ->
                at == 0 || !SafeTokens.isWord(tokens.get(at - 1)) ? match(tokens, at, index + 1) : NONE;
            case Element.End end -> isEnd(tokens, at) ? match(tokens, at, index + 1) : NONE;
        };
    }

    private static boolean isEnd(List<String> tokens, int at) {
        return at >= tokens.size() || !SafeTokens.isWord(tokens.get(at));
    }

    private int gap(int most, List<String> tokens, int from, int index) {
        for (int skipped = 0; skipped <= most; skipped++) {
            int end = match(tokens, from + skipped, index + 1);
            if (end != NONE) {
                return end;
            }
            if (from + skipped >= tokens.size() || !SafeTokens.isWord(tokens.get(from + skipped))) {
                return NONE;
            }
        }
        return NONE;
    }

    private int oneOf(Element.OneOf one, List<String> tokens, int at, int index) {
        if (at < tokens.size()) {
            for (List<String> phrase : one.phrasesFrom(tokens.get(at))) {
                int after = at + phrase.size();
                if (after <= tokens.size() && tokens.subList(at, after).equals(phrase)) {
                    int end = match(tokens, after, index + 1);
                    if (end != NONE) {
                        return end;
                    }
                }
            }
            if (isOne(one, tokens.get(at))) {
                int end = match(tokens, at + 1, index + 1);
                if (end != NONE) {
                    return end;
                }
            }
        }
        boolean nothing = one.optional() || (one.words().contains(END) && isEnd(tokens, at));
        return nothing ? match(tokens, at, index + 1) : NONE;
    }

    private static boolean fits(Element.OneOf one, List<String> tokens, int at) {
        if (at >= tokens.size()) {
            return false;
        }
        if (isOne(one, tokens.get(at))) {
            return true;
        }
        for (List<String> phrase : one.phrasesFrom(tokens.get(at))) {
            int after = at + phrase.size();
            if (after <= tokens.size() && tokens.subList(at, after).equals(phrase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(Element.OneOf one, String token) {
        if (one.words().contains(token)) {
            return true;
        }
        for (String prefix : one.prefixes()) {
            if (token.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
