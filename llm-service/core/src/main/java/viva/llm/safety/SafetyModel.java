package viva.llm.safety;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The second opinion: a logistic regression over {@link SafetyFeatures}, made in the build from the training sentences, and the words of those
 * sentences, which are spelt right.
 */
final class SafetyModel {
    private static final int MAGIC = 0x53414645;

    /** A model that knows nothing and hears nothing, for languages without training sentences. */
    static final SafetyModel NONE = new SafetyModel(new int[0], new byte[0], 0, -20, Set.of());

    private final int[] keys;
    private final byte[] weights;
    private final float scale;
    private final float bias;
    private final Set<String> words;

    /**
     * A model of its weights.
     *
     * @param keys hashes of features, ascending
     * @param weights of the features, 8 bits each, to be multiplied with {@code scale}
     * @param bias the log odds of a message without any known feature
     */
    SafetyModel(int[] keys, byte[] weights, float scale, float bias, Set<String> words) {
        this.keys = keys;
        this.weights = weights;
        this.scale = scale;
        this.bias = bias;
        this.words = Set.copyOf(words);
    }

    /** Words that are spelt right. */
    Set<String> words() {
        return words;
    }

    /** Reads a resource; a file that is missing or malformed is a defect of the build and throws. */
    static SafetyModel load(String name) {
        try (InputStream in = SafetyModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return read(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static SafetyModel read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a model");
        }
        float scale = in.readFloat();
        float bias = in.readFloat();
        int[] keys = new int[in.readInt()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = in.readInt();
        }
        byte[] weights = new byte[keys.length];
        in.readFully(weights);
        Set<String> words = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            words.add(in.readUTF());
        }
        return new SafetyModel(keys, weights, scale, bias, words);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeFloat(scale);
        out.writeFloat(bias);
        out.writeInt(keys.length);
        for (int key : keys) {
            out.writeInt(key);
        }
        out.write(weights);
        out.writeInt(words.size());
        for (String word : words.stream().sorted().toList()) {
            out.writeUTF(word);
        }
    }

    /** Whether it was trained at all. */
    boolean knows() {
        return keys.length > 0;
    }

    /** The log odds of what the model was trained for. */
    double logOdds(int[] features) {
        double sum = 0;
        for (int feature : features) {
            int at = Arrays.binarySearch(keys, feature);
            sum += at < 0 ? 0 : weights[at];
        }
        return bias + scale * sum / StrictMath.sqrt(Math.max(1, features.length));
    }
}
