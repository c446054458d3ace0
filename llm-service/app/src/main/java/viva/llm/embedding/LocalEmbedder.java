package viva.llm.embedding;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import viva.llm.LlmLimits;
import viva.platform.service.problem.OperatingFailures;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/**
 * Embeds with the {@link LocalModel} on a few threads of its own. The model is symmetric: the purpose makes no difference. It is there from the start,
 * so that its metrics are.
 */
@Startup
@Singleton
class LocalEmbedder implements Embedder {
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final LocalModel model;
    private final OperatingFailures operating;
    private final VectorCache cache;
    private final ThreadPoolExecutor threads;
    private final Timer batches;
    private final Counter hits;
    private final Counter misses;

    LocalEmbedder(LocalModel model, LlmLimits limits, OperatingFailures operating, MeterRegistry metrics) {
        this.model = model;
        this.operating = operating;
        this.cache = new VectorCache(limits.embedding().cached());
        this.threads = new ThreadPoolExecutor(
                limits.embedding().threads(),
                limits.embedding().threads(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.embedding().waiting()),
                Thread.ofPlatform().name("embedder-", 0).factory());
        this.batches = metrics.timer("viva.llm.embedding");
        this.hits = metrics.counter("viva.llm.embedding.texts", "from", "cache");
        this.misses = metrics.counter("viva.llm.embedding.texts", "from", "model");
    }

    @Override
    public Uni<List<float[]>> embed(List<String> texts, Purpose purpose) {
        return model.model()
                .onFailure()
                .transform(failure -> Rejected.of(ProblemType.UNAVAILABLE, "The embedding model is not loaded"))
                .emitOn(threads)
                .map(loaded -> batches.record(() -> vectors(texts, loaded)))
                .onFailure(RejectedExecutionException.class)
                .transform(full -> operating.full("embeddings", "Too many texts wait to be embedded", COME_BACK));
    }

    @Override
    public String model() {
        return LocalModel.NAME;
    }

    @Override
    public int dimensions() {
        return LocalModel.DIMENSIONS;
    }

    private List<float[]> vectors(List<String> texts, EmbeddingModel loaded) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (String text : texts) {
            float[] known = cache.get(text);
            (known == null ? misses : hits).increment();
            vectors.add(known == null ? compute(text, loaded) : known);
        }
        return vectors;
    }

    private float[] compute(String text, EmbeddingModel loaded) {
        float[] vector = loaded.embed(text).content().vector();
        cache.put(text, vector);
        return vector;
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
