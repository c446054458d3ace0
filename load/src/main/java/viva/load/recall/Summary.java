package viva.load.recall;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The means of several scores, in which every question counts alike.
 *
 * @param recalls as in {@link Score}
 * @param meanReciprocalRank MRR, in [0, 1]
 */
public record Summary(int questions, List<Double> recalls, double meanReciprocalRank) {
    static Summary of(Collection<Score> scores) {
        List<Double> recalls = IntStream.range(0, Score.DEPTHS.size())
                .mapToObj(depth -> mean(scores, depth))
                .toList();
        double reciprocal =
                scores.stream().mapToDouble(Score::reciprocalRank).average().orElse(Double.NaN);
        return new Summary(scores.size(), recalls, reciprocal);
    }

    private static double mean(Collection<Score> scores, int depth) {
        return scores.stream()
                .mapToDouble(score -> score.recalls().get(depth))
                .average()
                .orElse(Double.NaN);
    }

    /** The recall among so many first hits, which is one of {@link Score#DEPTHS}. */
    public double recallAt(int depth) {
        return recalls.get(Score.DEPTHS.indexOf(depth));
    }

    /** As fields of a JSON object. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("questions", questions);
        Score.DEPTHS.forEach(depth -> figures.put("recall_at_" + depth, recallAt(depth)));
        figures.put("mrr", meanReciprocalRank);
        return figures;
    }
}
