package viva.matchmaker.match;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Runs a task one run after the other. A request is answered by a run that begins after it; requests that wait for one share it. */
final class SharedRuns {
    private final Supplier<Uni<Void>> task;
    private CompletableFuture<Void> next;
    private boolean busy = true;

    /** No run begins before {@link #start}. */
    SharedRuns(Supplier<Uni<Void>> task) {
        this.task = task;
    }

    void start() {
        synchronized (this) {
            busy = false;
        }
        begin();
    }

    /** Ends, or fails, with a run that begins after the subscription. */
    Uni<Void> request() {
        return Uni.createFrom().completionStage(() -> {
            CompletableFuture<Void> requested = requested();
            begin();
            return requested.copy();
        });
    }

    private synchronized CompletableFuture<Void> requested() {
        if (next == null) {
            next = new CompletableFuture<>();
        }
        return next;
    }

    private void begin() {
        CompletableFuture<Void> run;
        synchronized (this) {
            if (busy || next == null) {
                return;
            }
            busy = true;
            run = next;
            next = null;
        }
        Uni.createFrom()
                .deferred(task::get)
                .subscribe()
                .with(_ -> end(() -> run.complete(null)), failure -> end(() -> run.completeExceptionally(failure)));
    }

    private void end(Runnable answer) {
        start();
        answer.run();
    }
}
