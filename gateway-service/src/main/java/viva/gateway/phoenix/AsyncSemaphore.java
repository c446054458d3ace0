package viva.gateway.phoenix;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import viva.platform.service.context.OwnContext;

/**
 * FIFO semaphore for asynchronous work. Work that nobody waits for any more, such as after a timeout, gives up its place, whether it
 * has begun or not. Safe for any number of threads.
 */
final class AsyncSemaphore {
    private final int permits;
    private final int most;
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private int taken;

    /**
     * @param permits work that is done at the same time
     * @param most work that may wait for it
     */
    AsyncSemaphore(int permits, int most) {
        this.permits = permits;
        this.most = most;
    }

    /** Does the work when its turn has come, on the Vert.x context that asks; what {@code full} says when too much waits already. */
    <T> Uni<T> run(Supplier<Uni<T>> work, Supplier<? extends RuntimeException> full) {
        return Uni.createFrom().deferred(() -> {
            Turn turn = new Turn();
            return OwnContext.returning(Uni.createFrom().<Void>emitter(emitter -> take(turn, emitter, full)))
                    .chain(() -> work.get())
                    .onTermination()
                    .invoke(() -> end(turn));
        });
    }

    private void take(Turn turn, UniEmitter<? super Void> emitter, Supplier<? extends RuntimeException> full) {
        boolean begins;
        boolean waits;
        synchronized (this) {
            begins = taken < permits;
            waits = !begins && waiting.size() < most;
            turn.emitter = emitter;
            if (begins) {
                begin(turn);
            } else if (waits) {
                waiting.add(turn);
            }
        }
        if (begins) {
            emitter.complete(null);
        } else if (!waits) {
            emitter.fail(full.get());
        }
    }

    private void end(Turn turn) {
        Turn next;
        synchronized (this) {
            waiting.remove(turn);
            if (!turn.holds) {
                return;
            }
            turn.holds = false;
            taken--;
            next = waiting.poll();
            if (next != null) {
                begin(next);
            }
        }
        if (next != null) {
            next.emitter.complete(null);
        }
    }

    private void begin(Turn turn) {
        taken++;
        turn.holds = true;
    }

    private static final class Turn {
        private UniEmitter<? super Void> emitter;
        private boolean holds;
    }
}
