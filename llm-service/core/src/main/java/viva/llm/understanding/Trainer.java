package viva.llm.understanding;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes the {@link LinearModel} from the training sentences, when the build runs: LIBLINEAR (Fan et al. 2008) with a fixed seed. Not part
 * of the jar. A model whose sentences and code are still the same is left as it is.
 */
final class Trainer {
    /** The cost of an error; of .3, 1 and 3 the best on the tuning half. */
    private static final double COST = 1;

    private static final double TOLERANCE = .1;

    /** Danger has detectors of its own, so the classifier need not err on its side. */
    private static final double WEIGHT_OF_DISTRESS = .4;

    /** Features of which no weight is larger, of 127, are left out. */
    private static final int FAINTEST = 1;

    private static final List<Class<?>> CODE = List.of(
            Trainer.class,
            TrainingSentences.class,
            Features.class,
            NormalText.class,
            Emoji.class,
            Laughter.class,
            WordClasses.class,
            LinearModel.class,
            Intent.class);

    private static final List<Intent> INTENTS = List.of(Intent.values());

    private Trainer() {}

    /**
     * Trains unless the model is up to date.
     *
     * @param args the folder of the sentences, {@code src/main}; the file of the model
     */
    public static void main(String[] args) throws IOException {
        Path sentences = Path.of(args[0]);
        Path target = Path.of(args[1]);
        String fingerprint = fingerprint(sentences);
        if (!fingerprint.equals(fingerprintOf(target))) {
            LinearModel model = train(fingerprint, TrainingSentences.all(sentences));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            model.write(new DataOutputStream(bytes));
            Files.createDirectories(target.getParent());
            Files.write(target, bytes.toByteArray());
        }
    }

    static LinearModel train(String fingerprint, List<TrainingSentences.Labelled> sentences) {
        Linear.disableDebugOutput();
        WordClasses classes = WordClasses.load();
        List<Features> features = sentences.stream()
                .map(sentence -> Features.of(NormalText.of(sentence.text()), classes))
                .toList();
        int[] keys = keys(features);
        Problem problem = new Problem();
        problem.l = features.size();
        problem.n = keys.length;
        problem.bias = -1;
        problem.x = features.stream().map(found -> vector(found, keys)).toArray(Feature[][]::new);
        problem.y = sentences.stream()
                .mapToDouble(sentence -> INTENTS.indexOf(sentence.intent()))
                .toArray();
        Parameter parameter = new Parameter(SolverType.MCSVM_CS, COST, TOLERANCE);
        parameter.setRandom(new Random(1));
        parameter.setWeights(new double[] {WEIGHT_OF_DISTRESS}, new int[] {INTENTS.indexOf(Intent.DISTRESS)});
        return compact(fingerprint, Linear.train(problem, parameter), keys);
    }

    private static int[] keys(List<Features> features) {
        return features.stream()
                .flatMapToInt(found -> IntStream.concat(Arrays.stream(found.words()), Arrays.stream(found.letters())))
                .distinct()
                .sorted()
                .toArray();
    }

    private static Feature[] vector(Features features, int[] keys) {
        Map<Integer, Double> values = new HashMap<>();
        put(features.words(), keys, values);
        put(features.letters(), keys, values);
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(value -> (Feature) new FeatureNode(value.getKey(), value.getValue()))
                .toArray(Feature[]::new);
    }

    private static void put(int[] hashes, int[] keys, Map<Integer, Double> into) {
        double value = Features.value(hashes);
        for (int hash : hashes) {
            int row = Arrays.binarySearch(keys, hash);
            if (row >= 0) {
                into.merge(row + 1, value, Double::sum);
            }
        }
    }

    private static LinearModel compact(String fingerprint, Model model, int[] keys) {
        List<String> labels = Arrays.stream(model.getLabels())
                .mapToObj(label -> INTENTS.get(label).label())
                .toList();
        int count = labels.size();
        double[] learnt = model.getFeatureWeights();
        byte[] weights = new byte[keys.length * count];
        float[] scales = new float[count];
        for (int label = 0; label < count; label++) {
            double[] column = new double[keys.length];
            for (int row = 0; row < keys.length; row++) {
                column[row] = learnt[row * count + label];
            }
            scales[label] = LinearModel.quantised(column, weights, label, count);
        }
        int[] kept = IntStream.range(0, keys.length)
                .filter(row -> isTelling(weights, row * count, count))
                .toArray();
        byte[] telling = new byte[kept.length * count];
        for (int row = 0; row < kept.length; row++) {
            System.arraycopy(weights, kept[row] * count, telling, row * count, count);
        }
        int[] keysKept = Arrays.stream(kept).map(row -> keys[row]).toArray();
        return new LinearModel(fingerprint, labels, keysKept, telling, scales);
    }

    private static boolean isTelling(byte[] weights, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (Math.abs(weights[i]) > FAINTEST) {
                return true;
            }
        }
        return false;
    }

    private static String fingerprintOf(Path model) throws IOException {
        if (!Files.exists(model)) {
            return "";
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(model))) {
            return LinearModel.fingerprint(in);
        }
    }

    private static String fingerprint(Path sentences) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : TrainingSentences.files(sentences)) {
                digest.update(sentences.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            for (String resource : resources()) {
                try (InputStream in = Trainer.class.getResourceAsStream(resource)) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> resources() {
        List<String> names = new ArrayList<>();
        for (Class<?> type : CODE) {
            Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses()))
                    .map(part -> "/" + part.getName().replace('.', '/') + ".class")
                    .sorted()
                    .forEach(names::add);
        }
        names.add(WordClasses.RESOURCE);
        return names;
    }
}
