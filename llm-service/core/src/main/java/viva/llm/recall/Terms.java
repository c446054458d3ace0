package viva.llm.recall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import viva.llm.hearing.PlainText;

/** Words reduced to what they mean: stems, one word for all that mean the same, and topics that patterns find. */
final class Terms {
    /** A stem keeps at least this many letters. */
    private static final int SHORTEST_STEM = 3;

    private final Lexicon lexicon;
    private final Map<String, String> oneForAll = new HashMap<>();
    private final Map<String, Set<String>> kindsOf = new HashMap<>();
    private final Map<String, List<Pattern>> asked;
    private final Map<String, List<Pattern>> told;
    private final Map<String, List<Pattern>> wants;
    private final List<Pattern> blocked;

    Terms(Lexicon lexicon) {
        this.lexicon = lexicon;
        for (List<String> group : lexicon.same()) {
            String first = stem(group.getFirst());
            group.forEach(word -> oneForAll.put(word, first));
        }
        lexicon.kinds()
                .forEach((kind, members) ->
                        members.forEach(member -> kindsOf.computeIfAbsent(term(member), _ -> new HashSet<>())
                                .add(term(kind))));
        asked = compiled(lexicon.asked());
        told = compiled(lexicon.told());
        wants = compiled(lexicon.wants());
        blocked = patterns(lexicon.blocked());
    }

    private static Map<String, List<Pattern>> compiled(Map<String, List<String>> texts) {
        Map<String, List<Pattern>> compiled = new LinkedHashMap<>();
        texts.forEach((topic, list) -> compiled.put(topic, patterns(list)));
        return compiled;
    }

    private static List<Pattern> patterns(List<String> texts) {
        return texts.stream()
                .map(text -> Pattern.compile("\\b(?:" + text + ")\\b"))
                .toList();
    }

    private static boolean isIn(List<Pattern> patterns, String spoken) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(spoken).find());
    }

    /** Whether a question is none about facts of the owner, however it looks. */
    boolean isBlocked(String spoken) {
        return isIn(blocked, spoken);
    }

    /** Whether a sentence begins as questions do. */
    boolean beginsAsQuestion(String spoken) {
        String[] words = spoken.split(" ", -1);
        int first = words.length > 1 && lexicon.leading().contains(words[0]) ? 1 : 0;
        return lexicon.asking().contains(words[first]);
    }

    /** The kind of answer that a question wants: the first that its wording shows. */
    Optional<Want> want(String spoken) {
        for (Want want : Want.values()) {
            if (isIn(wants.getOrDefault(want.label(), List.of()), spoken)) {
                return Optional.of(want);
            }
        }
        return Optional.empty();
    }

    /** Folded words with what is run together written out, and {@code 's} apart. */
    String spoken(List<Token> tokens) {
        List<String> words = new ArrayList<>();
        for (Token token : tokens) {
            String exact = token.written().toLowerCase(Locale.ROOT).replace('’', '\'');
            boolean apart = exact.indexOf('\'') >= 0;
            String whole = lexicon.spoken().get(apart ? exact : token.folded());
            boolean owns = whole == null && exact.endsWith("'s") && exact.length() > 2;
            words.add(
                    whole != null
                            ? whole
                            : owns ? PlainText.folded(exact.substring(0, exact.length() - 2)) + " s" : token.folded());
        }
        return String.join(" ", words);
    }

    /** The terms of a statement, in order of appearance. */
    Set<String> ofStatement(String spoken) {
        Set<String> terms = new LinkedHashSet<>(words(spoken));
        told.forEach((topic, patterns) -> {
            if (isIn(patterns, spoken)) {
                terms.add(topic);
            }
        });
        return terms;
    }

    /** The topics that a question names by its wording, and what is left of it without them. */
    record Topics(Set<String> topics, String rest) {}

    Topics topics(String spoken) {
        Set<String> topics = new LinkedHashSet<>();
        String rest = spoken;
        for (Map.Entry<String, List<Pattern>> entry : asked.entrySet()) {
            for (Pattern pattern : entry.getValue()) {
                String without = pattern.matcher(rest).replaceAll(" ");
                if (!without.equals(rest)) {
                    topics.add(entry.getKey());
                    rest = without;
                }
            }
        }
        return new Topics(topics, rest.strip().replaceAll(" +", " "));
    }

    List<String> words(String spoken) {
        List<String> terms = new ArrayList<>();
        for (String word : spoken.split(" ", -1)) {
            if (!isStop(word)) {
                terms.add(term(word));
            }
        }
        return terms;
    }

    boolean isStop(String word) {
        return word.length() < 2
                || lexicon.stop().contains(word)
                || lexicon.self().contains(word)
                || lexicon.mine().contains(word);
    }

    String term(String word) {
        String known = oneForAll.get(word);
        return known != null ? known : oneForAll.getOrDefault(stem(word), stem(word));
    }

    /** Whether two terms may speak of the same: one is the other, or the kind of the other. */
    boolean alike(String one, String other) {
        return one.equals(other)
                || kindsOf.getOrDefault(one, Set.of()).contains(other)
                || kindsOf.getOrDefault(other, Set.of()).contains(one);
    }

    /** Whether one of the terms is of a kind. */
    boolean isOfKind(Set<String> terms, String kind) {
        String sought = term(kind);
        return terms.stream()
                .anyMatch(term -> kindsOf.getOrDefault(term, Set.of()).contains(sought));
    }

    boolean isIn(String term, Set<String> terms) {
        return terms.contains(term) || terms.stream().anyMatch(other -> alike(term, other));
    }

    private String stem(String word) {
        if (word.contains(".")) {
            return word;
        }
        for (String suffix : lexicon.suffixes()) {
            if (word.endsWith(suffix) && word.length() - suffix.length() >= SHORTEST_STEM) {
                return undoubled(word.substring(0, word.length() - suffix.length()), suffix);
            }
        }
        return word;
    }

    /** {@code quitting} is of {@code quit}. */
    private static String undoubled(String stem, String suffix) {
        int last = stem.length() - 1;
        boolean doubled =
                suffix.length() > 1 && stem.length() > SHORTEST_STEM && stem.charAt(last) == stem.charAt(last - 1);
        return doubled ? stem.substring(0, last) : stem;
    }
}
