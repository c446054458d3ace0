package viva.life.shard;

import java.time.Duration;

/**
 * When a shard writes the minds that are ahead of the database. Only some shards of a replica do so at a time: who has to wait writes more at
 * once later, and the connections are free for what happens in the world. Belongs to the shard's loop.
 */
final class Checkpoints {
    private static final Duration AGAIN = Duration.ofMillis(50);

    private final ShardConfig config;
    private final AsyncSemaphore places;
    private final ShardMetrics metrics;
    private long dueNanos;
    private boolean running;

    Checkpoints(ShardContext context) {
        this.config = context.config();
        this.places = context.checkpoints();
        this.metrics = context.metrics();
    }

    /** Nobody is ahead of the database. */
    void idle(long now) {
        dueNanos = now + config.checkpointEvery().toNanos();
    }

    /** Whether one begins now, because minds are ahead for long enough or samples are due. */
    boolean begins(boolean ahead, boolean samples, long now) {
        boolean due = samples || (ahead && dueNanos - now <= 0);
        if (due && !places.tryEnter()) {
            dueNanos = now + AGAIN.toNanos();
            return false;
        }
        running |= due;
        return due;
    }

    boolean isRunning() {
        return running;
    }

    /** It was committed, or not. */
    void ended() {
        if (running) {
            running = false;
            places.leave();
        }
    }

    /** So many minds were written; after a full checkpoint another one follows at once. */
    void wrote(int minds, long now) {
        metrics.checkpointed(minds);
        if (minds < config.checkpointSize()) {
            idle(now);
        }
    }

    /** When minds that are ahead are to be written, by the monotonic clock. */
    long dueNanos() {
        return dueNanos;
    }
}
