package viva.local.world;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import viva.platform.servers.ServerFailure;

/** Does the same to several parts at once. */
final class Parallel {
    private Parallel() {}

    /** Returns when all are done; the first failure interrupts the others and is thrown. */
    static <T> void run(List<? extends T> parts, Consumer<T> work) {
        if (parts.isEmpty()) {
            return;
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(parts.size())) {
            List<Future<?>> results = new ArrayList<>();
            for (T part : parts) {
                results.add(threads.submit(() -> work.accept(part)));
            }
            try {
                for (Future<?> result : results) {
                    result.get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof ServerFailure failure
                        ? failure
                        : new ServerFailure(String.valueOf(e.getCause()), e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new ServerFailure("Interrupted", e);
            }
        }
    }
}
