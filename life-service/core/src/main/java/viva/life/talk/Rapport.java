package viva.life.talk;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import viva.contracts.Personality;

/**
 * How well two avatars go together in conversation, whoever speaks.
 *
 * @param humorMatch how well each laughs at the other's jokes, in [0, 1]
 * @param overlap of what interests and what matters to them (Jaccard), in [0, 1]; a quarter when neither says anything of it
 */
public record Rapport(double humorMatch, double overlap) {
    private static final double UNKNOWN = .25;

    public static Rapport between(Personality one, Personality other) {
        double humor = one.humorStyle().match(other.humorStyle());
        return new Rapport(humor, jaccard(tags(one), tags(other)));
    }

    private static Set<String> tags(Personality of) {
        Set<String> tags = new HashSet<>();
        add(of.interests(), tags);
        add(of.values(), tags);
        return tags;
    }

    private static void add(List<String> words, Set<String> tags) {
        words.forEach(word -> tags.add(word.strip().toLowerCase(Locale.ROOT)));
    }

    private static double jaccard(Set<String> one, Set<String> other) {
        if (one.isEmpty() && other.isEmpty()) {
            return UNKNOWN;
        }
        int shared = 0;
        for (String tag : one) {
            shared += other.contains(tag) ? 1 : 0;
        }
        return (double) shared / (one.size() + other.size() - shared);
    }
}
