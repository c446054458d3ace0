package viva.llm.understanding;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * A logistic regression for each label over hashed {@link Features}, with weights of 8 bits. The file is a product of the build:
 * {@code viva.llm.training.Trainer} writes it from the labelled sentences in {@code src/main/training}.
 */
final class LinearModel {
    /** The resource that the build makes. */
    static final String RESOURCE = "/viva/llm/understanding/model.bin";

    private static final int MAGIC = 0x56495641;
    private static final int HIGHEST = 127;

    private final String fingerprint;
    private final List<String> labels;
    private final int[] keys;
    private final byte[] weights;
    private final float[] scales;
    private final float[] biases;

    /**
     * A model of its weights.
     *
     * @param fingerprint of what it was made from
     * @param keys hashes of features, ascending; the row of each in {@code weights} has one number a label
     * @param scales what the numbers of a label are multiplied with
     */
    LinearModel(String fingerprint, List<String> labels, int[] keys, byte[] weights, float[] scales, float[] biases) {
        this.fingerprint = fingerprint;
        this.labels = List.copyOf(labels);
        this.keys = keys;
        this.weights = weights;
        this.scales = scales;
        this.biases = biases;
    }

    static LinearModel load() {
        try (InputStream in = LinearModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + RESOURCE);
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    static LinearModel read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        if (data.readInt() != MAGIC) {
            throw new IOException("not a model");
        }
        String fingerprint = data.readUTF();
        List<String> labels = List.of(data.readUTF().split(" ", -1));
        int[] keys = new int[data.readInt()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = data.readInt();
        }
        float[] scales = new float[labels.size()];
        float[] biases = new float[labels.size()];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = data.readFloat();
            biases[i] = data.readFloat();
        }
        return new LinearModel(fingerprint, labels, keys, data.readAllBytes(), scales, biases);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeUTF(fingerprint);
        out.writeUTF(String.join(" ", labels));
        out.writeInt(keys.length);
        for (int key : keys) {
            out.writeInt(key);
        }
        for (int i = 0; i < scales.length; i++) {
            out.writeFloat(scales[i]);
            out.writeFloat(biases[i]);
        }
        out.write(weights);
    }

    /** What the model was made from: the beginning of the SHA-256 of sentences, word lists and code, in hexadecimal. */
    String fingerprint() {
        return fingerprint;
    }

    List<String> labels() {
        return labels;
    }

    /** The log odds of each label, in the order of {@link #labels()}. */
    float[] scores(Features features) {
        float[] scores = new float[labels.size()];
        add(features.words(), 1, scores);
        add(features.letters(), Features.WEIGHT_OF_LETTERS, scores);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = scores[i] * scales[i] + biases[i];
        }
        return scores;
    }

    private void add(int[] hashes, float weight, float[] scores) {
        float value = weight / (float) StrictMath.sqrt(Math.max(1, hashes.length));
        for (int hash : hashes) {
            int row = Arrays.binarySearch(keys, hash);
            if (row >= 0) {
                int at = row * scores.length;
                for (int i = 0; i < scores.length; i++) {
                    scores[i] += weights[at + i] * value;
                }
            }
        }
    }

    /** The weights of one label as the numbers of 8 bits that come nearest, and their scale. */
    static float quantised(double[] column, byte[] into, int offset, int stride) {
        double most = Arrays.stream(column).map(Math::abs).max().orElse(0);
        double scale = most == 0 ? 1 : most / HIGHEST;
        for (int i = 0; i < column.length; i++) {
            into[offset + i * stride] = (byte) Math.round(column[i] / scale);
        }
        return (float) scale;
    }
}
