package viva.llm.hearing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds many phrases in one pass over the words of a text. */
final class Phrases {
    private record Phrase(Gist gist, List<String> words) {}

    /** Where a phrase begins and what it shows. */
    record Found(Gist gist, int at, int length) {
        boolean covers(Found other) {
            return at <= other.at && other.at < at + length;
        }
    }

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final List<Phrase> byPrefix = new ArrayList<>();

    Phrases(Map<String, List<String>> phrases) {
        phrases.forEach((label, list) -> {
            Gist gist = Gist.valueOf(label.toUpperCase(Locale.ROOT));
            list.forEach(text -> add(new Phrase(gist, List.of(text.split(" ", -1)))));
        });
    }

    private void add(Phrase phrase) {
        String first = phrase.words().getFirst();
        if (first.endsWith("*")) {
            byPrefix.add(phrase);
        } else {
            byFirstWord.computeIfAbsent(first, _ -> new ArrayList<>()).add(phrase);
        }
    }

    /** The longest phrase at each place, without those that lie inside of another. */
    List<Found> in(List<String> words) {
        List<Found> found = new ArrayList<>();
        int end = 0;
        for (int at = 0; at < words.size(); at++) {
            Phrase longest = null;
            for (Phrase phrase : byFirstWord.getOrDefault(words.get(at), List.of())) {
                longest = longer(longest, phrase, words, at);
            }
            for (Phrase phrase : byPrefix) {
                longest = longer(longest, phrase, words, at);
            }
            if (longest != null && at + longest.words().size() > end) {
                end = at + longest.words().size();
                found.add(new Found(longest.gist(), at, longest.words().size()));
            }
        }
        return found;
    }

    private static Phrase longer(Phrase longest, Phrase phrase, List<String> words, int at) {
        boolean isLonger =
                longest == null || phrase.words().size() > longest.words().size();
        return isLonger && isAt(phrase, words, at) ? phrase : longest;
    }

    private static boolean isAt(Phrase phrase, List<String> words, int at) {
        List<String> wanted = phrase.words();
        if (at + wanted.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!matches(wanted.get(i), words.get(at + i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word is the wanted one, or begins with it where that ends in {@code *}. */
    static boolean matches(String wanted, String word) {
        return wanted.endsWith("*") ? word.regionMatches(0, wanted, 0, wanted.length() - 1) : wanted.equals(word);
    }
}
