package viva.platform.messaging;

import io.vertx.core.Context;
import java.util.ArrayDeque;
import java.util.Queue;

/** Makes one attempt at a time on a Vert.x context, in the order in which lanes ask for them. All of its state belongs to that context's thread. */
final class Worker {
    private final Context context;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    Worker(Context context) {
        this.context = context;
    }

    Context context() {
        return context;
    }

    /** Begins an attempt, now or when those before it are over; {@link #done()} says that one is. */
    void begin(Runnable attempt) {
        if (busy) {
            waiting.add(attempt);
        } else {
            busy = true;
            attempt.run();
        }
    }

    /** The attempt is over; whether its message is settled or tried again is its lane's business. */
    void done() {
        Runnable next = waiting.poll();
        busy = next != null;
        if (busy) {
            next.run();
        }
    }
}
