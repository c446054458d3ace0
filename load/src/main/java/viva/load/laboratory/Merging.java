package viva.load.laboratory;

import java.util.ArrayList;
import java.util.List;
import viva.avatar.memory.MemoryKind;
import viva.avatar.memory.Sameness;
import viva.load.laboratory.NearEqualPairs.Pair;

/**
 * Whether memories that only look alike would be taken for the same one.
 *
 * @param merged those that would; there should be none
 * @param byCosineAlone how many would be if nothing but their cosine was looked at
 */
record Merging(int pairs, List<String> merged, long byCosineAlone, double greatestCosine) {
    private static final double LEAST_COSINE = .97;

    static Merging with(Encoder encoder) {
        List<Double> cosines = new ArrayList<>();
        List<String> merged = new ArrayList<>();
        for (Pair pair : NearEqualPairs.all()) {
            double cosine = cosine(encoder.passage(pair.one()), encoder.passage(pair.other()));
            cosines.add(cosine);
            if (sameness(pair.one()).isSame(sameness(pair.other()), cosine, LEAST_COSINE)) {
                merged.add(pair.one() + " = " + pair.other());
            }
        }
        return new Merging(
                cosines.size(),
                merged,
                cosines.stream().filter(cosine -> cosine >= LEAST_COSINE).count(),
                cosines.stream().mapToDouble(cosine -> cosine).max().orElseThrow());
    }

    private static Sameness sameness(String content) {
        return new Sameness(MemoryKind.INTERACTION, List.of(), null, content);
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
