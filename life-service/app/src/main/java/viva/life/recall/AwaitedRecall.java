package viva.life.recall;

import java.util.List;
import java.util.function.Consumer;
import viva.contracts.message.SpeakV1;

/**
 * The memories for one message while they may still come. Whoever settles it first decides: what comes later changes nothing. Safe for any
 * thread.
 */
public final class AwaitedRecall {
    /** What became of the wait for memories. */
    enum Outcome {
        /** Some came in time. */
        FOUND,
        /** There are none. */
        NONE,
        /** They came too late. */
        LATE,
        /** The avatar service is away, or cannot say. */
        FAILED,
        /** Too many questions were asked at once. */
        CROWDED
    }

    private final long untilNanos;
    private final Consumer<Outcome> counter;
    private List<SpeakV1.Memory> found;
    private Outcome failure;
    private List<SpeakV1.Memory> settled;

    AwaitedRecall(long untilNanos, Consumer<Outcome> counter) {
        this.untilNanos = untilNanos;
        this.counter = counter;
    }

    /** Whether there is nothing to wait for any more, by the monotonic clock. */
    public synchronized boolean isReady(long nowNanos) {
        return found != null || failure != null || settled != null || untilNanos - nowNanos <= 0;
    }

    /** Until when it is worth waiting, by the monotonic clock. */
    public long untilNanos() {
        return untilNanos;
    }

    /** The memories that hold from now on, the best first. */
    public synchronized List<SpeakV1.Memory> settle() {
        if (settled == null) {
            settled = found == null ? List.of() : found;
            counter.accept(
                    failure != null
                            ? failure
                            : found == null ? Outcome.LATE : found.isEmpty() ? Outcome.NONE : Outcome.FOUND);
        }
        return settled;
    }

    synchronized void found(List<SpeakV1.Memory> memories) {
        found = List.copyOf(memories);
    }

    synchronized void failed(Outcome reason) {
        failure = reason;
    }
}
