package viva.llm.hearing;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import viva.llm.phrasebook.Language;

/** Understands one language as far as a small talker must: word lists, negation, and who is meant. */
final class Ear {
    /** A message of at most this many words may insult or praise without saying whom. */
    private static final int TERSE = 3;

    private final Lexicon lexicon;
    private final Phrases phrases;
    private final Phrases aimed;
    private final Topics topics;
    private final Unsaid unsaid;
    private final List<String> sarcasm;

    Ear(Language language) {
        lexicon = Lexicon.load(language);
        phrases = new Phrases(lexicon.phrases());
        aimed = new Phrases(lexicon.aimed());
        topics = new Topics(lexicon);
        unsaid = new Unsaid(lexicon.unsaid());
        sarcasm = lexicon.sarcasm();
    }

    /** How many of the words belong to the everyday words of this language. */
    int familiar(List<String> words) {
        int count = 0;
        for (String word : words) {
            if (lexicon.common().contains(word)) {
                count++;
            }
        }
        return count;
    }

    Set<Gist> gists(List<String> words, String text) {
        Set<Gist> gists = EnumSet.noneOf(Gist.class);
        List<Phrases.Found> certain = phrases.in(words);
        for (Phrases.Found found : certain) {
            addUnlessNegated(found, words, gists);
        }
        boolean terse = words.size() <= TERSE;
        if (terse || words.stream().anyMatch(lexicon.you()::contains)) {
            for (Phrases.Found found : aimed.in(words)) {
                boolean taken = certain.stream().anyMatch(phrase -> phrase.covers(found));
                if (!taken && (terse || isAimedAtYou(found, words))) {
                    addUnlessNegated(found, words, gists);
                }
            }
        }
        if (sarcasm.stream().anyMatch(phrase -> (" " + String.join(" ", words) + " ").contains(" " + phrase + " "))) {
            gists.removeAll(
                    EnumSet.of(Gist.GOOD_NEWS, Gist.COMPLIMENT, Gist.THANKS, Gist.LOVE, Gist.AGREEMENT, Gist.LAUGHTER));
            gists.add(Gist.SARCASM);
        }
        if (text.indexOf('?') >= 0 || (!words.isEmpty() && lexicon.questions().contains(words.getFirst()))) {
            gists.add(Gist.QUESTION);
        }
        if (!terse) {
            gists.removeAll(EnumSet.of(Gist.AGREEMENT, Gist.DISAGREEMENT));
        }
        return gists;
    }

    /** Whether one of the words is never said again. */
    boolean saysUnsaid(List<String> words) {
        return words.stream().anyMatch(unsaid::isIn);
    }

    Optional<String> topic(List<String> written, List<String> words) {
        return topics.matter(written, words).or(() -> topics.topic(written, words));
    }

    Optional<String> speaker(List<String> written, List<String> words) {
        return topics.speaker(written, words);
    }

    private boolean isAimedAtYou(Phrases.Found found, List<String> words) {
        int from = Math.max(0, found.at() - 4);
        int to = Math.min(words.size(), found.at() + found.length() + 2);
        return words.subList(from, to).stream().anyMatch(lexicon.you()::contains);
    }

    private void addUnlessNegated(Phrases.Found found, List<String> words, Set<Gist> gists) {
        List<String> before = words.subList(Math.max(0, found.at() - 2), found.at());
        boolean negated =
                found.gist().compareTo(Gist.GREETING) < 0 && before.stream().anyMatch(lexicon.negations()::contains);
        if (!negated) {
            gists.add(found.gist());
        } else if (found.gist() == Gist.GOOD_NEWS) {
            gists.add(Gist.BAD_NEWS);
        }
    }
}
