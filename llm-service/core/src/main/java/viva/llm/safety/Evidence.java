package viva.llm.safety;

import java.util.ArrayList;
import java.util.List;

/**
 * What the rules of a language find in a message.
 *
 * @param certainty of the strongest sign that nothing harmless explains, in [0, 1]
 * @param found the signs and the harmless things that were found, by the text of their rules
 */
record Evidence(double certainty, List<RuleBook.Rule> found) {
    private record Hit(RuleBook.Rule rule, int from, int to) {
        boolean touches(Hit other) {
            return from < other.to && other.from < to;
        }
    }

    static Evidence of(List<String> tokens, RuleBook book) {
        List<Hit> signs = new ArrayList<>();
        List<Hit> harmless = new ArrayList<>();
        for (RuleBook.Rule rule : book.candidates(tokens)) {
            for (int at = 0; at < tokens.size(); at++) {
                int end = rule.sequence().endOf(tokens, at);
                if (end >= 0) {
                    switch (rule.kind()) {
                        case SIGN -> signs.add(new Hit(rule, at, Math.max(end, at + 1)));
                        case CALM -> harmless.add(new Hit(rule, at, Math.max(end, at + 1)));
                        case HUSH -> harmless.add(sentence(rule, tokens, at));
                    }
                }
            }
        }
        double certainty = 0;
        List<RuleBook.Rule> found = new ArrayList<>();
        for (Hit sign : signs) {
            if (harmless.stream().noneMatch(sign::touches)) {
                certainty = Math.max(certainty, sign.rule().certainty());
                found.add(sign.rule());
            }
        }
        harmless.forEach(hit -> found.add(hit.rule()));
        return new Evidence(certainty, List.copyOf(found));
    }

    private static Hit sentence(RuleBook.Rule rule, List<String> tokens, int at) {
        int from = at;
        while (from > 0 && SafeTokens.isWord(tokens.get(from - 1))) {
            from--;
        }
        int to = at;
        while (to < tokens.size() && SafeTokens.isWord(tokens.get(to))) {
            to++;
        }
        return new Hit(rule, from, Math.max(to, at + 1));
    }
}
