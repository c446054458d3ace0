package viva.load.recall;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How well one search found the evidence of its question (Manning, Raghavan &amp; Schütze 2008, chapter 8).
 *
 * @param recalls for each of {@link #DEPTHS} the share of the evidence that is among so many first hits, in [0, 1]
 * @param reciprocalRank 1 divided by the rank of the first hit that is evidence; 0 without one
 */
public record Score(List<Double> recalls, double reciprocalRank) {
    public static final List<Integer> DEPTHS = List.of(1, 5, 10, 20);

    /**
     * The score of one ranking.
     *
     * @param hits best first; each stands for the turns that it was formed from
     * @param evidence at least one
     */
    static Score of(List<Set<String>> hits, Set<String> evidence) {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("no evidence");
        }
        return new Score(
                DEPTHS.stream().map(depth -> recall(hits, evidence, depth)).toList(), reciprocalRank(hits, evidence));
    }

    private static double recall(List<Set<String>> hits, Set<String> evidence, int depth) {
        Set<String> found = new HashSet<>();
        hits.stream().limit(depth).forEach(found::addAll);
        found.retainAll(evidence);
        return (double) found.size() / evidence.size();
    }

    private static double reciprocalRank(List<Set<String>> hits, Set<String> evidence) {
        for (int i = 0; i < Math.min(hits.size(), DEPTHS.getLast()); i++) {
            if (!Collections.disjoint(hits.get(i), evidence)) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }
}
