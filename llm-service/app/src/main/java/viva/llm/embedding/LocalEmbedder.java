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
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import viva.llm.LlmLimits;
import viva.platform.service.problem.OperatingFailures;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/**
 * Embeds with the {@link LocalModel} on a few threads of its own, questions before passages ({@link EmbeddingQueue}). It is there from the start, so that its metrics
 * are.
 */
@Startup
@Singleton
class LocalEmbedder implements Embedder {
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final LocalModel model;
    private final OperatingFailures operating;
    private final VectorCache cache;
    private final EmbeddingQueue queue;
    private final Timer batches;
    private final Counter hits;
    private final Counter misses;

    LocalEmbedder(LocalModel model, LlmLimits limits, OperatingFailures operating, MeterRegistry metrics) {
        this.model = model;
        this.operating = operating;
        this.cache = new VectorCache(limits.embedding().cached());
        this.queue = new EmbeddingQueue(
                limits.embedding().threads(), limits.embedding().waiting(), System::nanoTime);
        this.batches = metrics.timer("viva.llm.embedding");
        this.hits = metrics.counter("viva.llm.embedding.texts", "from", "cache");
        this.misses = metrics.counter("viva.llm.embedding.texts", "from", "model");
    }

    @Override
    public Uni<List<float[]>> embed(List<String> texts, Purpose purpose) {
        return model.model()
                .onFailure()
                .transform(failure -> Rejected.of(ProblemType.UNAVAILABLE, "The embedding model is not loaded"))
                .chain(loaded -> timed(texts, purpose, loaded))
                .onFailure(RejectedExecutionException.class)
                .transform(full -> operating.full("embeddings", "Too many texts wait to be embedded", COME_BACK));
    }

    private Uni<List<float[]>> timed(List<String> texts, Purpose purpose, EmbeddingModel loaded) {
        Timer.Sample sample = Timer.start();
        return Uni.createFrom()
                .completionStage(() ->
                        queue.embed(texts, purpose, text -> vector(LocalModel.text(text, purpose), loaded)))
                .eventually(() -> sample.stop(batches));
    }

    @Override
    public String model() {
        return LocalModel.NAME;
    }

    @Override
    public int dimensions() {
        return LocalModel.DIMENSIONS;
    }

    private float[] vector(String text, EmbeddingModel loaded) {
        float[] known = cache.get(text);
        (known == null ? misses : hits).increment();
        if (known != null) {
            return known;
        }
        float[] vector = loaded.embed(text).content().vector();
        cache.put(text, vector);
        return vector;
    }

    @PreDestroy
    void stop() {
        queue.stop();
    }
}
