package viva.llm.understanding;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A linear classifier over hashed {@link Features}, with weights of 8 bits; a multi-class support vector machine (Crammer and Singer 2001)
 * as far as {@link Trainer} is concerned. The file is a product of the build.
 */
final class LinearModel {
    /** The resource that the build makes. */
    static final String RESOURCE = "/viva/llm/understanding/model.bin";

    private static final int MAGIC = 0x56495642;
    private static final int HIGHEST = 127;

    private final String fingerprint;
    private final List<String> labels;
    private final int[] keys;
    private final byte[] weights;
    private final float[] scales;

    /**
     * A model of its weights.
     *
     * @param fingerprint of the sentences and the code it was made from
     * @param keys hashes of features, ascending; the row of each in {@code weights} has one number a label
     * @param scales what the numbers of a label are multiplied with
     */
    LinearModel(String fingerprint, List<String> labels, int[] keys, byte[] weights, float[] scales) {
        this.fingerprint = fingerprint;
        this.labels = List.copyOf(labels);
        this.keys = keys;
        this.weights = weights;
        this.scales = scales;
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

    private static LinearModel read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        String fingerprint = fingerprint(data);
        List<String> labels = List.of(data.readUTF().split(" ", -1));
        int[] keys = new int[data.readInt()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = data.readInt();
        }
        float[] scales = new float[labels.size()];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = data.readFloat();
        }
        return new LinearModel(fingerprint, labels, keys, data.readAllBytes(), scales);
    }

    /** The beginning of a file: what the model was made from. */
    static String fingerprint(DataInputStream data) throws IOException {
        if (data.readInt() != MAGIC) {
            throw new IOException("not a model");
        }
        return data.readUTF();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeUTF(fingerprint);
        out.writeUTF(String.join(" ", labels));
        out.writeInt(keys.length);
        for (int key : keys) {
            out.writeInt(key);
        }
        for (float scale : scales) {
            out.writeFloat(scale);
        }
        out.write(weights);
    }

    /** Tells models apart: eight hexadecimal digits of what they weigh, the same whatever compiler made them. */
    String hash() {
        CRC32 crc = new CRC32();
        crc.update(weights);
        return String.format("%08x", crc.getValue());
    }

    List<String> labels() {
        return labels;
    }

    /** A score for each label in the order of {@link #labels()}; about 1 apart where the model is certain. */
    float[] scores(Features features) {
        float[] scores = new float[labels.size()];
        add(features.words(), scores);
        add(features.letters(), scores);
        for (int i = 0; i < scores.length; i++) {
            scores[i] *= scales[i];
        }
        return scores;
    }

    private void add(int[] hashes, float[] scores) {
        float value = Features.value(hashes);
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

    /** Writes the weights of one label as the numbers of 8 bits that come nearest, and returns their scale. */
    static float quantised(double[] column, byte[] into, int offset, int stride) {
        double most = Arrays.stream(column).map(Math::abs).max().orElse(0);
        double scale = most == 0 ? 1 : most / HIGHEST;
        for (int i = 0; i < column.length; i++) {
            into[offset + i * stride] = (byte) Math.round(column[i] / scale);
        }
        return (float) scale;
    }
}
