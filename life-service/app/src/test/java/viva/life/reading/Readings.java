package viva.life.reading;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import viva.contracts.DialogueAct;
import viva.contracts.Reading;
import viva.life.hearing.Reader;

/** A better reader that thinks until it is told to be done, and the readings that wait for it. */
public final class Readings {
    static final Reading BETTER =
            new Reading("better-1", Map.of("care", .8), Map.of("asks_day", .9), .1, DialogueAct.ASK);

    private final CountDownLatch thought = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final PromptReader reader = new PromptReader(
            Optional.of(blockedUntil(thought)), config(Duration.ofMinutes(5)), new SimpleMeterRegistry());
    private AwaitedReading last;

    /** Begins to read. */
    public AwaitedReading begin(String text) {
        last = reader.begin(text, Locale.ENGLISH, done::countDown);
        return last;
    }

    public AwaitedReading last() {
        return last;
    }

    /** Lets the better reader be done, and waits until it is. */
    public void finish() throws InterruptedException {
        thought.countDown();
        done.await();
    }

    static ReadingConfig config(Duration limit) {
        return new ReadingConfig() {
            @Override
            public Duration limit() {
                return limit;
            }

            @Override
            public int atOnce() {
                return 1;
            }
        };
    }

    static Reader blockedUntil(CountDownLatch latch) {
        return (text, hint) -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return BETTER;
        };
    }
}
