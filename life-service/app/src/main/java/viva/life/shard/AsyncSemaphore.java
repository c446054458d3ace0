package viva.life.shard;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/** FIFO semaphore for asynchronous work. Safe for any thread. */
final class AsyncSemaphore {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    AsyncSemaphore(int permits) {
        this.free = permits;
    }

    /** Begins {@code work} as soon as there is a place, which it keeps until it ends. */
    <T> Uni<T> pass(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(emitter -> enter(() -> work.get()
                        .onTermination()
                        .invoke(this::leave)
                        .subscribe()
                        .with(emitter::complete, emitter::fail)));
    }

    private void enter(Runnable work) {
        synchronized (this) {
            if (free == 0) {
                waiting.add(work);
                return;
            }
            free--;
        }
        work.run();
    }

    /** Takes a place if there is one; {@link #leave} gives it back. */
    synchronized boolean tryEnter() {
        if (free == 0) {
            return false;
        }
        free--;
        return true;
    }

    void leave() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        next.run();
    }
}
