package viva.avatar.recall;

import java.util.Comparator;

/**
 * How well a memory answers a question; every number is in [0, 1].
 *
 * @param relevance of semantic, lexical, speaker and date, as far as the question has them
 * @param semantic NaN where vectors were not compared
 */
public record Hit(
        Remembered memory,
        double score,
        double relevance,
        double retrievability,
        double semantic,
        double lexical,
        double speaker,
        double date) {
    /** The best first; of the same score, the latest first. */
    static final Comparator<Hit> BEST_FIRST = Comparator.comparingDouble(Hit::score)
            .thenComparing(Hit::memory, Remembered.IN_ORDER)
            .reversed();
}
