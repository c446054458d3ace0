package viva.life.reading;

import java.util.function.Consumer;
import viva.contracts.Reading;

/**
 * The reading of one message while a better one may still come. Whoever settles it first decides: what comes later changes nothing. Safe for
 * any thread.
 */
public final class AwaitedReading {
    /** What became of the wait for a better reading. */
    enum Outcome {
        BETTER,
        RULES,
        LATE
    }

    private final Reading rules;
    private final long untilNanos;
    private final Consumer<Outcome> counter;
    private Reading better;
    private boolean over;
    private Reading settled;

    AwaitedReading(Reading rules, long untilNanos, Consumer<Outcome> counter) {
        this.rules = rules;
        this.untilNanos = untilNanos;
        this.counter = counter;
    }

    /** Whether there is nothing to wait for any more, by the monotonic clock. */
    public synchronized boolean isReady(long nowNanos) {
        return over || settled != null || untilNanos - nowNanos <= 0;
    }

    /** Until when it is worth waiting, by the monotonic clock. */
    public long untilNanos() {
        return untilNanos;
    }

    /** The reading that holds from now on. */
    public synchronized Reading settle() {
        if (settled == null) {
            settled = better == null ? rules : better;
            counter.accept(better == null ? Outcome.RULES : Outcome.BETTER);
        }
        return settled;
    }

    /** The better reader has read. Rules are never out-voted where somebody may be in danger. */
    synchronized void read(Reading reading) {
        over = true;
        if (settled != null) {
            counter.accept(Outcome.LATE);
            return;
        }
        better = reading.distress() >= rules.distress()
                ? reading
                : new Reading(reading.reader(), reading.tones(), reading.intents(), rules.distress(), reading.act());
    }

    /** Nothing better will come. */
    synchronized void failed() {
        over = true;
    }
}
