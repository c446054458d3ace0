package viva.llm.recall;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a question asks for.
 *
 * @param want the kind of answer
 * @param must terms that a statement must speak of: what the question calls the owner's own, and topics
 * @param may other terms it shares with a good statement
 * @param target the term of the thing that is asked about, when that is one of the owner's
 * @param about the owner's own thing it asks about, as folded words, such as {@code dog}
 * @param ofOwner whether it asks about the owner at all
 */
record Asked(
        Want want,
        Set<String> must,
        Set<String> may,
        Optional<String> target,
        Optional<String> about,
        boolean ofOwner) {
    private static final int MOST_ADJECTIVES = 2;

    static Asked of(List<Token> tokens, Lexicon lexicon, Terms terms) {
        String spoken = terms.spoken(tokens);
        Terms.Topics topics = terms.topics(spoken);
        List<String> words = List.of(topics.rest().split(" ", -1));
        Want want = terms.want(spoken).orElse(Want.STATEMENT);
        Set<String> must = new LinkedHashSet<>(topics.topics());
        List<String> own = own(words, lexicon, terms);
        own.forEach(word -> must.add(terms.term(word)));
        Set<String> may = new LinkedHashSet<>(terms.words(topics.rest()));
        if (want == Want.PERSON && own.isEmpty() && topics.topics().isEmpty() && may.size() == 1) {
            must.addAll(may);
        }
        may.removeAll(must);
        boolean ofOwner = !topics.topics().isEmpty()
                || words.stream()
                        .anyMatch(word ->
                                lexicon.self().contains(word) || lexicon.mine().contains(word));
        Want asked = topics.topics().contains(IntroducedName.TOPIC) ? Want.OWN_NAME : want;
        Optional<String> target = own.isEmpty() ? Optional.empty() : Optional.of(terms.term(own.getLast()));
        Optional<String> name = want == Want.PERSON && own.isEmpty() ? person(tokens, lexicon) : Optional.empty();
        return new Asked(asked, must, may, target, about(own, tokens).or(() -> name), ofOwner || name.isPresent());
    }

    /** The words after {@code my}: adjectives and a noun, and another when the first owns it. */
    private static List<String> own(List<String> words, Lexicon lexicon, Terms terms) {
        List<String> own = new ArrayList<>();
        for (int at = 0; at < words.size() - 1; at++) {
            if (!lexicon.mine().contains(words.get(at))) {
                continue;
            }
            int noun = at + 1;
            while (noun < words.size() - 1
                    && noun - at <= MOST_ADJECTIVES
                    && lexicon.adjectives().contains(words.get(noun))) {
                own.add(words.get(noun++));
            }
            if (!terms.isStop(words.get(noun))) {
                own.add(words.get(noun));
            }
            if (noun + 2 < words.size() && words.get(noun + 1).equals("s") && !terms.isStop(words.get(noun + 2))) {
                own.add(words.get(noun + 2));
            }
            boolean owned = at > 1 && lexicon.ofs().contains(words.get(at - 1)) && !terms.isStop(words.get(at - 2));
            if (owned) {
                own.add(words.get(at - 2));
            }
            return own;
        }
        return own;
    }

    private static Optional<String> about(List<String> own, List<Token> tokens) {
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<String> written = new ArrayList<>();
        for (Token token : tokens) {
            String bare = token.folded().endsWith("s")
                    ? token.folded().substring(0, token.folded().length() - 1)
                    : token.folded();
            if (own.contains(token.folded())
                    || (own.contains(bare) && token.written().contains("'"))) {
                written.add(token.written());
            }
        }
        return Optional.of(String.join(" ", written)).filter(text -> !text.isEmpty());
    }

    /** A name that is asked for, told by its capital. */
    private static Optional<String> person(List<Token> tokens, Lexicon lexicon) {
        return tokens.stream()
                .skip(1)
                .filter(Token::isCapital)
                .filter(token -> !lexicon.notNames().contains(token.folded()))
                .map(Token::written)
                .findFirst();
    }
}
