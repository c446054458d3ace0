package viva.avatar.recall;

import java.util.List;

/**
 * Okapi BM25 (Robertson &amp; Zaragoza 2009) over windows of texts, divided by what the query could attain at most, so that it is in [0, 1].
 *
 * @param k1 how soon a repeated term counts no more
 * @param b how much the length of a text matters, in [0, 1]
 */
public record Bm25(double k1, double b) {
    /**
     * The scores of all windows.
     *
     * @param starts for each text, the first one of its window, which ends with it
     * @param query without any terms, all scores are 0
     */
    double[] scores(List<Terms> texts, int[] starts, Terms query) {
        double[] scores = new double[texts.size()];
        double[] norms = norms(texts, starts);
        double most = 0;
        for (int term : query.distinct()) {
            int[] counts = counts(texts, term);
            int containing = 0;
            for (int i = 0; i < texts.size(); i++) {
                containing += inWindow(counts, starts[i], i) > 0 ? 1 : 0;
            }
            double idf = Math.log(1 + (texts.size() - containing + .5) / (containing + .5));
            most += idf * (k1 + 1);
            for (int i = 0; i < texts.size() && containing > 0; i++) {
                int count = inWindow(counts, starts[i], i);
                scores[i] += idf * count * (k1 + 1) / (count + norms[i]);
            }
        }
        for (int i = 0; i < scores.length && most > 0; i++) {
            scores[i] = Math.clamp(scores[i] / most, 0, 1);
        }
        return scores;
    }

    private double[] norms(List<Terms> texts, int[] starts) {
        double[] lengths = new double[texts.size()];
        double all = 0;
        for (int i = 0; i < texts.size(); i++) {
            for (int j = starts[i]; j <= i; j++) {
                lengths[i] += texts.get(j).length();
            }
            all += lengths[i];
        }
        double mean = Math.max(1, all / Math.max(1, texts.size()));
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = k1 * (1 - b + b * lengths[i] / mean);
        }
        return lengths;
    }

    private static int[] counts(List<Terms> texts, int term) {
        return texts.stream().mapToInt(text -> text.count(term)).toArray();
    }

    private static int inWindow(int[] counts, int from, int to) {
        int sum = 0;
        for (int i = from; i <= to; i++) {
            sum += counts[i];
        }
        return sum;
    }
}
