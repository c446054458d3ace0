package viva.llm.speech;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import viva.llm.LlmLimits;

/**
 * A few threads for work that must not hold up an event loop. What is urgent overtakes everything that is less so; within one
 * urgency the first come is the first served.
 */
@Singleton
class SpeakersQueue {
    private final ThreadPoolExecutor threads;
    private final int limit;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong arrivals = new AtomicLong();

    private record Job(Urgency urgency, long arrival, Runnable work) implements Runnable, Comparable<Job> {
        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Job other) {
            int byUrgency = urgency.compareTo(other.urgency);
            return byUrgency != 0 ? byUrgency : Long.compare(arrival, other.arrival);
        }
    }

    @Inject
    SpeakersQueue(LlmLimits limits, MeterRegistry metrics) {
        this(limits.speech().threads(), limits.speech().waiting());
        metrics.gauge("viva.llm.speech.waiting", waiting);
    }

    SpeakersQueue(int threads, int limit) {
        this.limit = limit;
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(),
                Thread.ofPlatform().name("speaker-", 0).factory());
    }

    /** Does the work when its turn has come; fails with {@link RejectedExecutionException} when too much waits already. */
    <T> Uni<T> submit(Urgency urgency, Supplier<T> work) {
        return Uni.createFrom().emitter(emitter -> enqueue(urgency, work, emitter));
    }

    private <T> void enqueue(Urgency urgency, Supplier<T> work, UniEmitter<? super T> emitter) {
        if (waiting.incrementAndGet() > limit) {
            waiting.decrementAndGet();
            emitter.fail(new RejectedExecutionException("more than " + limit + " answers wait for their words"));
            return;
        }
        threads.execute(new Job(urgency, arrivals.getAndIncrement(), () -> {
            waiting.decrementAndGet();
            complete(work, emitter);
        }));
    }

    private static <T> void complete(Supplier<T> work, UniEmitter<? super T> emitter) {
        try {
            emitter.complete(work.get());
        } catch (RuntimeException e) {
            emitter.fail(e);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
