package viva.llm.voice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Figures on how varied texts are and how well they tell speakers apart. Vectors are of hashed letter n-grams, since no embedding model can be
 * reached from here: they see manner and wording, not meaning.
 */
final class VoiceFigures {
    private static final int BUCKETS = 1 << 14;
    private static final int SHORTEST_GRAM = 3;
    private static final int LONGEST_GRAM = 5;
    private static final int MOST_WORDS_OF_BLEU = 4;

    private VoiceFigures() {}

    /** Different pairs of words that follow each other, in proportion to all (Li et al. 2016). */
    static double distinctTwo(List<String> texts) {
        Set<String> different = new HashSet<>();
        long all = 0;
        for (String text : texts) {
            List<String> words = words(text);
            for (int at = 1; at < words.size(); at++) {
                different.add(words.get(at - 1) + " " + words.get(at));
                all++;
            }
        }
        return all == 0 ? 0 : (double) different.size() / all;
    }

    /**
     * How much of a text stands in others: the mean of BLEU-4 of {@code samples} texts, each against {@code references} others (Zhu et al. 2018),
     * in [0, 1]; lower is more varied.
     */
    static double selfBleu(List<String> texts, int samples, int references, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < samples; i++) {
            int at = random.nextInt(texts.size());
            List<List<String>> others = new ArrayList<>();
            while (others.size() < references) {
                int other = random.nextInt(texts.size());
                if (other != at) {
                    others.add(words(texts.get(other)));
                }
            }
            sum += bleu(words(texts.get(at)), others);
        }
        return sum / samples;
    }

    private static double bleu(List<String> text, List<List<String>> references) {
        double logs = 0;
        for (int n = 1; n <= MOST_WORDS_OF_BLEU; n++) {
            Map<String, Integer> own = grams(text, n);
            Map<String, Integer> most = new HashMap<>();
            for (List<String> reference : references) {
                grams(reference, n).forEach((gram, count) -> most.merge(gram, count, Math::max));
            }
            int shared = 0;
            int all = 0;
            for (Map.Entry<String, Integer> gram : own.entrySet()) {
                shared += Math.min(gram.getValue(), most.getOrDefault(gram.getKey(), 0));
                all += gram.getValue();
            }
            logs += StrictMath.log((shared + .1) / (all + .1)) / MOST_WORDS_OF_BLEU;
        }
        return StrictMath.exp(logs);
    }

    private static Map<String, Integer> grams(List<String> words, int n) {
        Map<String, Integer> grams = new HashMap<>();
        for (int at = 0; at + n <= words.size(); at++) {
            grams.merge(String.join(" ", words.subList(at, at + n)), 1, Integer::sum);
        }
        return grams;
    }

    /** A vector of length 1 for lines of one speaker. */
    static double[] vector(List<String> lines) {
        double[] vector = new double[BUCKETS];
        for (String line : lines) {
            String text = " " + line.toLowerCase(Locale.ROOT) + " ";
            for (int n = SHORTEST_GRAM; n <= LONGEST_GRAM; n++) {
                for (int at = 0; at + n <= text.length(); at++) {
                    vector[Math.floorMod(text.substring(at, at + n).hashCode() * 0x9e3779b1, BUCKETS)]++;
                }
            }
        }
        for (int i = 0; i < BUCKETS; i++) {
            vector[i] = StrictMath.sqrt(vector[i]);
        }
        return normal(vector);
    }

    /** The middle of vectors, of length 1. */
    static double[] centroid(List<double[]> vectors) {
        double[] sum = new double[BUCKETS];
        for (double[] vector : vectors) {
            for (int i = 0; i < BUCKETS; i++) {
                sum[i] += vector[i];
            }
        }
        return normal(sum);
    }

    static double cosine(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < BUCKETS; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double[] normal(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        double length = squares == 0 ? 1 : StrictMath.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
