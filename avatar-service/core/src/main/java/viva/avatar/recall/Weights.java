package viva.avatar.recall;

import viva.avatar.memory.RetentionCurve;

/**
 * How much counts what. The score is {@code (α relevance + β retrievability + γ importance) / (α + β + γ)}; relevance is the mean, by these weights, of the parts
 * that a question has.
 *
 * @param relevance α
 * @param retrievability β
 * @param importance γ
 * @param semantic of the scaled cosine
 * @param lexical of {@link Bm25}
 * @param speaker of a line by whom the question names
 * @param date of having happened when the question says
 */
public record Weights(
        double relevance,
        double retrievability,
        double importance,
        double semantic,
        double lexical,
        double speaker,
        double date,
        Bm25 bm25,
        RetentionCurve curve) {
    public Weights {
        if (!(relevance > 0) || !(retrievability >= 0) || !(importance >= 0) || !(lexical > 0)) {
            throw new IllegalArgumentException("relevance and lexical must be positive, nothing negative: weights");
        }
    }

    double score(double relevant, double retrievable, double important) {
        return (relevance * relevant + retrievability * retrievable + importance * important)
                / (relevance + retrievability + importance);
    }
}
