package viva.avatar.recall;

/**
 * What a model's cosines mean; every model has its own. The range that its answers lie in is spread over [0, 1].
 *
 * @param low the cosine of texts that have nothing to do with each other
 * @param high the cosine of a question and its answer at best
 */
public record CosineScale(double low, double high) {
    public CosineScale {
        if (!(low < high)) {
            throw new IllegalArgumentException("must be a range: [" + low + "," + high + "]");
        }
    }

    /** NaN stays NaN. */
    double scaled(double cosine) {
        return Double.isNaN(cosine) ? cosine : Math.clamp((cosine - low) / (high - low), 0, 1);
    }
}
