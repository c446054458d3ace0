package viva.matchmaker.score;

import java.util.Collection;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** A set of words as they are compared: trimmed, whatever their case, blanks left out. */
public record Tags(Set<String> words) {
    public Tags {
        words = Set.copyOf(words);
    }

    public static Tags of(Collection<String> raw) {
        Set<String> words = new TreeSet<>();
        for (String tag : raw) {
            String word = tag.strip().toLowerCase(Locale.ROOT);
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return new Tags(words);
    }

    /** The share of all words of both that both have (Jaccard 1901), in [0, 1]; unknown when nobody said a word. */
    public OptionalDouble overlap(Tags other) {
        if (words.isEmpty() && other.words.isEmpty()) {
            return OptionalDouble.empty();
        }
        int both = shared(other).size();
        return OptionalDouble.of(both / (double) (words.size() + other.words.size() - both));
    }

    /** The words that both have, in alphabetical order. */
    public Set<String> shared(Tags other) {
        Set<String> both = new TreeSet<>(words);
        both.retainAll(other.words);
        return both;
    }
}
