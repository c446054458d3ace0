package viva.life.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import viva.contracts.Reading;
import viva.life.hearing.Reader;

class PromptReaderTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CountDownLatch done = new CountDownLatch(1);

    private PromptReader reader(Reader better, Duration limit) {
        return new PromptReader(Optional.ofNullable(better), Readings.config(limit), registry);
    }

    private double counted(String outcome) {
        return registry.counter("viva.life.readings", "by", outcome).count();
    }

    @Test
    void without_a_better_reader_the_rules_stand_at_once() {
        AwaitedReading reading = reader(null, LONG).begin("Tell me a joke", Locale.ENGLISH, done::countDown);

        assertThat(reading.isReady(System.nanoTime())).isTrue();
        assertThat(reading.settle().reader()).startsWith("classifier-1:");
        assertThat(reading.settle().intents())
                .hasEntrySatisfying(
                        "asks_joke", strength -> assertThat(strength).isGreaterThan(.5));
        assertThat(counted("rules")).isEqualTo(1);
    }

    @Test
    void a_better_reading_in_time_stands() {
        AwaitedReading reading =
                reader((text, hint) -> Readings.BETTER, LONG).begin("How was it?", Locale.ENGLISH, done::countDown);

        await().until(() -> done.getCount() == 0);
        assertThat(reading.isReady(System.nanoTime())).isTrue();
        assertThat(reading.settle()).isEqualTo(Readings.BETTER);
        assertThat(counted("better")).isEqualTo(1);
    }

    @Test
    void a_reading_that_comes_after_the_limit_changes_nothing() {
        CountDownLatch thought = new CountDownLatch(1);
        AwaitedReading reading =
                reader(Readings.blockedUntil(thought), LONG).begin("Hello!", Locale.ENGLISH, done::countDown);

        assertThat(reading.isReady(System.nanoTime())).isFalse();
        assertThat(reading.isReady(reading.untilNanos())).isTrue();
        Reading stands = reading.settle();
        thought.countDown();
        await().until(() -> done.getCount() == 0);

        assertThat(stands.reader()).startsWith("classifier-1:");
        assertThat(reading.settle()).isSameAs(stands);
        assertThat(counted("late")).isEqualTo(1);
    }

    @Test
    void a_reader_that_fails_is_not_waited_for() {
        AwaitedReading reading = reader(
                        (text, hint) -> {
                            throw new IllegalStateException("no model");
                        },
                        LONG)
                .begin("Hello!", Locale.ENGLISH, done::countDown);

        await().until(() -> done.getCount() == 0);
        assertThat(reading.isReady(System.nanoTime())).isTrue();
        assertThat(reading.settle().reader()).startsWith("classifier-1:");
        assertThat(registry.counter("viva.life.readings.failed").count()).isEqualTo(1);
    }

    @Test
    void what_the_rules_hear_of_danger_is_never_out_voted() {
        AwaitedReading reading =
                reader((text, hint) -> Readings.BETTER, LONG).begin("I want to die", Locale.ENGLISH, done::countDown);

        await().until(() -> done.getCount() == 0);
        assertThat(reading.settle().distress()).isGreaterThan(.9);
        assertThat(reading.settle().reader()).isEqualTo("better-1");
    }

    @Test
    void more_messages_than_it_reads_at_once_are_read_by_rules() {
        CountDownLatch thought = new CountDownLatch(1);
        PromptReader reader = reader(Readings.blockedUntil(thought), LONG);
        AwaitedReading first = reader.begin("Hello!", Locale.ENGLISH, done::countDown);
        AwaitedReading second = reader.begin("Hello!", Locale.ENGLISH, () -> {});

        assertThat(first.isReady(System.nanoTime())).isFalse();
        assertThat(second.isReady(System.nanoTime())).isTrue();
        thought.countDown();
        await().until(() -> done.getCount() == 0);
        assertThat(first.settle()).isEqualTo(Readings.BETTER);
    }
}
