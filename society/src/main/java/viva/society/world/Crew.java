package viva.society.world;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same to many, on several threads. The results come in the order of the indices, whatever the number of threads. */
final class Crew implements AutoCloseable {
    /** Fewer than this are done faster by one thread than handed out. */
    private static final int SMALLEST_STRIPE = 64;

    private final int threads;
    private final ExecutorService pool;

    Crew(int threads) {
        this.threads = threads;
        this.pool = threads == 1
                ? null
                : Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().factory());
    }

    /** What one index adds to the results; different indices share nothing. */
    interface Work<T> {
        void on(int index, List<T> results);
    }

    <T> List<T> all(int size, Work<T> work) {
        int stripes = Math.min(threads, size / SMALLEST_STRIPE);
        if (stripes <= 1) {
            return stripe(0, size, work);
        }
        List<Callable<List<T>>> parts = new ArrayList<>(stripes);
        for (int part = 0; part < stripes; part++) {
            int from = (int) ((long) size * part / stripes);
            int to = (int) ((long) size * (part + 1) / stripes);
            parts.add(() -> stripe(from, to, work));
        }
        List<T> results = new ArrayList<>();
        try {
            for (Future<List<T>> part : pool.invokeAll(parts)) {
                results.addAll(part.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the simulation was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a life could not go on", e.getCause());
        }
        return results;
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }

    private static <T> List<T> stripe(int from, int to, Work<T> work) {
        List<T> results = new ArrayList<>();
        for (int index = from; index < to; index++) {
            work.on(index, results);
        }
        return results;
    }
}
