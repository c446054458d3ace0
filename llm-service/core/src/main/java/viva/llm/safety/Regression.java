package viva.llm.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** A logistic regression, fitted by Adagrad (Duchi, Hazan and Singer 2011) in an order that a fixed seed gives. */
final class Regression {
    private static final long SEED = 92_026;
    private static final int ROUNDS = 24;
    private static final int HIGHEST = 127;
    /** Step width, and how strongly weights are drawn to 0; found on the tuning half. */
    private static final double RATE = .5;

    private static final double DECAY = 2e-5;

    private static final class Example {
        private final int[] features;
        private final boolean meant;
        private final double weight;

        Example(int[] features, boolean meant, double weight) {
            this.features = features;
            this.meant = meant;
            this.weight = weight;
        }
    }

    private final List<Example> examples = new ArrayList<>();

    void add(int[] features, boolean meant, double weight) {
        examples.add(new Example(features, meant, weight));
    }

    SafetyModel fitted(Set<String> words) {
        Map<Integer, Integer> occurrences = new HashMap<>();
        examples.forEach(example ->
                Arrays.stream(example.features).forEach(feature -> occurrences.merge(feature, 1, Integer::sum)));
        int[] keys = occurrences.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray();
        double[] weights = new double[keys.length + 1];
        fit(rows(keys), weights);
        return quantised(keys, weights, words);
    }

    private List<int[]> rows(int[] keys) {
        return examples.stream()
                .map(example -> Arrays.stream(example.features)
                        .map(feature -> Arrays.binarySearch(keys, feature))
                        .filter(at -> at >= 0)
                        .toArray())
                .toList();
    }

    private void fit(List<int[]> rows, double[] weights) {
        double[] squares = new double[weights.length];
        Arrays.fill(squares, 1e-8);
        int[] order = new int[rows.size()];
        Arrays.setAll(order, i -> i);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int moved = order[i];
                order[i] = order[other];
                order[other] = moved;
            }
            for (int index : order) {
                step(examples.get(index), rows.get(index), weights, squares);
            }
        }
    }

    private static void step(Example example, int[] row, double[] weights, double[] squares) {
        int bias = weights.length - 1;
        double value = 1 / Math.sqrt(Math.max(1, example.features.length));
        double sum = 0;
        for (int at : row) {
            sum += weights[at];
        }
        double odds = sum * value + weights[bias];
        double error = (1 / (1 + StrictMath.exp(-odds)) - (example.meant ? 1 : 0)) * example.weight;
        for (int at : row) {
            double slope = error * value + DECAY * weights[at];
            squares[at] += slope * slope;
            weights[at] -= RATE * slope / Math.sqrt(squares[at]);
        }
        squares[bias] += error * error;
        weights[bias] -= RATE * error / Math.sqrt(squares[bias]);
    }

    /** The numbers of 8 bits that come nearest; what is 0 then is left out. */
    private static SafetyModel quantised(int[] keys, double[] weights, Set<String> words) {
        double most = 0;
        for (int i = 0; i < keys.length; i++) {
            most = Math.max(most, Math.abs(weights[i]));
        }
        double scale = most == 0 ? 1 : most / HIGHEST;
        int kept = 0;
        int[] keptKeys = new int[keys.length];
        byte[] bytes = new byte[keys.length];
        for (int i = 0; i < keys.length; i++) {
            byte rounded = (byte) Math.round(weights[i] / scale);
            if (rounded != 0) {
                keptKeys[kept] = keys[i];
                bytes[kept++] = rounded;
            }
        }
        return new SafetyModel(
                Arrays.copyOf(keptKeys, kept),
                Arrays.copyOf(bytes, kept),
                (float) scale,
                (float) weights[keys.length],
                words);
    }
}
