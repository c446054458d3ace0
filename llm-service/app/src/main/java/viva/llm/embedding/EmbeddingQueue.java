package viva.llm.embedding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Batches of texts on a few threads. Questions overtake passages: a batch gives its thread back after a slice of time, and what comes first goes on. Safe for
 * concurrent use.
 */
final class EmbeddingQueue {
    /** How long a batch may keep its thread, but for the text that it is at. */
    private static final long SLICE_NANOS = Duration.ofMillis(20).toNanos();

    private static final Comparator<Runnable> URGENCY = Comparator.comparing(task -> (Batch) task, Batch.URGENT_FIRST);

    private final ThreadPoolExecutor threads;
    private final int limit;
    private final LongSupplier nanos;
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicLong numbers = new AtomicLong();

    /** @param waiting batches that may wait; one more is refused */
    EmbeddingQueue(int threads, int waiting, LongSupplier nanos) {
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(waiting, URGENCY),
                Thread.ofPlatform().name("embedder-", 0).factory());
        this.limit = threads + waiting;
        this.nanos = nanos;
    }

    /**
     * The vectors of some texts, in order. Fails when one of them does.
     *
     * @throws RejectedExecutionException when too many batches wait
     */
    CompletableFuture<List<float[]>> embed(List<String> texts, Purpose purpose, Function<String, float[]> embedding) {
        if (held.incrementAndGet() > limit) {
            held.decrementAndGet();
            throw new RejectedExecutionException("too many batches");
        }
        Batch batch = new Batch(texts, purpose, embedding, numbers.incrementAndGet());
        var _ = batch.done.whenComplete((vectors, failure) -> held.decrementAndGet());
        threads.execute(batch);
        return batch.done;
    }

    void stop() {
        threads.shutdown();
    }

    private final class Batch implements Runnable {
        static final Comparator<Batch> URGENT_FIRST =
                Comparator.comparing((Batch batch) -> batch.purpose).thenComparingLong(batch -> batch.number);

        private final List<String> texts;
        private final Purpose purpose;
        private final Function<String, float[]> embedding;
        private final long number;
        private final CompletableFuture<List<float[]>> done = new CompletableFuture<>();
        private final List<float[]> vectors = new ArrayList<>();

        Batch(List<String> texts, Purpose purpose, Function<String, float[]> embedding, long number) {
            this.texts = texts;
            this.purpose = purpose;
            this.embedding = embedding;
            this.number = number;
        }

        @Override
        public void run() {
            long begun = nanos.getAsLong();
            try {
                do {
                    vectors.add(embedding.apply(texts.get(vectors.size())));
                } while (vectors.size() < texts.size() && nanos.getAsLong() - begun < SLICE_NANOS);
            } catch (RuntimeException | LinkageError e) {
                done.completeExceptionally(e);
                return;
            }
            if (vectors.size() == texts.size()) {
                done.complete(vectors);
            } else {
                threads.execute(this);
            }
        }
    }
}
