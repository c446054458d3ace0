package viva.llm.nim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import viva.llm.budget.Usage;

/** The document with the vectors of a batch, checked: one for each text, in the order of the texts, all as wide, nothing but numbers. */
final class VectorDocument {
    private VectorDocument() {}

    static NimEmbeddings.Batch read(JsonNode document, String model, List<String> texts) {
        JsonNode data = document.path("data");
        if (!data.isArray() || data.size() != texts.size()) {
            throw garbled("there are %d vectors for %d texts".formatted(data.size(), texts.size()));
        }
        float[][] vectors = new float[texts.size()][];
        for (int i = 0; i < data.size(); i++) {
            int index = data.get(i).path("index").asInt(i);
            if (index < 0 || index >= vectors.length || vectors[index] != null) {
                throw garbled("the index of a vector is wrong");
            }
            vectors[index] = unit(data.get(i).path("embedding"), vectors[0] == null ? -1 : vectors[0].length);
        }
        for (float[] vector : vectors) {
            if (vector.length != vectors[0].length) {
                throw garbled("vectors of one batch differ in width");
            }
        }
        int chars = texts.stream().mapToInt(String::length).sum();
        Usage usage = Usages.read(model, document.path("usage")).orElseGet(() -> Usages.estimate(model, chars, 0));
        return new NimEmbeddings.Batch(model, vectors[0].length, List.of(vectors), usage);
    }

    /** A vector of length one. */
    private static float[] unit(JsonNode numbers, int width) {
        if (!numbers.isArray() || numbers.isEmpty() || (width >= 0 && numbers.size() != width)) {
            throw garbled("a vector is missing, or of another width");
        }
        float[] vector = new float[numbers.size()];
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            JsonNode number = numbers.get(i);
            vector[i] = (float) number.asDouble(Double.NaN);
            if (!number.isNumber() || !Float.isFinite(vector[i])) {
                throw garbled("a vector holds something that is no finite number");
            }
            square += (double) vector[i] * vector[i];
        }
        if (square == 0) {
            throw garbled("a vector has no direction");
        }
        double length = Math.sqrt(square);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    private static NimException garbled(String what) {
        return new NimException(new NimFault.Garbled(what));
    }
}
