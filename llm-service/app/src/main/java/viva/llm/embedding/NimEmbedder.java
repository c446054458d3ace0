package viva.llm.embedding;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import viva.llm.LlmLimits;
import viva.llm.nim.NimEmbeddings;
import viva.llm.nim.NimException;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** Embeds with a model of the server; the latest vectors are kept, since every request is paid for. */
@Singleton
class NimEmbedder implements Embedder {
    private final NimEmbeddings nim;
    private final VectorCache cache;

    NimEmbedder(NimEmbeddings nim, LlmLimits limits) {
        this.nim = nim;
        this.cache = new VectorCache(limits.embedding().cached());
    }

    @Override
    public Uni<List<float[]>> embed(List<String> texts, Purpose purpose) {
        List<float[]> known = new ArrayList<>();
        texts.forEach(text -> known.add(cache.get(key(text, purpose))));
        List<String> missing = new ArrayList<>(new LinkedHashSet<>(texts));
        missing.removeIf(text -> known.get(texts.indexOf(text)) != null);
        if (missing.isEmpty()) {
            return Uni.createFrom().item(known);
        }
        return nim.embed(missing, purpose.name().toLowerCase(Locale.ROOT))
                .map(vectors -> together(texts, known, missing, vectors, purpose))
                .onFailure(NimException.class)
                .transform(failure -> Rejected.of(ProblemType.UNAVAILABLE, "The embedding model does not answer"));
    }

    @Override
    public String model() {
        return nim.model().orElseThrow();
    }

    @Override
    public int dimensions() {
        return nim.dimensions();
    }

    private List<float[]> together(
            List<String> texts, List<float[]> known, List<String> missing, List<float[]> vectors, Purpose purpose) {
        for (int i = 0; i < missing.size(); i++) {
            cache.put(key(missing.get(i), purpose), vectors.get(i));
        }
        List<float[]> all = new ArrayList<>(known);
        for (int i = 0; i < all.size(); i++) {
            int place = missing.indexOf(texts.get(i));
            if (place >= 0) {
                all.set(i, vectors.get(place));
            }
        }
        return all;
    }

    private static String key(String text, Purpose purpose) {
        return purpose + " " + text;
    }
}
