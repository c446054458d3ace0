package viva.llm.embedding;

import java.util.LinkedHashMap;

/** The vectors of the latest texts. Safe for concurrent use. */
final class VectorCache {
    private final int limit;
    private final LinkedHashMap<String, float[]> vectors = new LinkedHashMap<>(16, .75f, true);

    VectorCache(int limit) {
        this.limit = limit;
    }

    /** The vector of a text, or null. Nobody may change it. */
    synchronized float[] get(String text) {
        return vectors.get(text);
    }

    synchronized void put(String text, float[] vector) {
        vectors.put(text, vector);
        if (vectors.size() > limit) {
            vectors.pollFirstEntry();
        }
    }
}
