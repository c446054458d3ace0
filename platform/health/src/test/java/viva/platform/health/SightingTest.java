package viva.platform.health;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SightingTest {
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Asked server = new Asked();
    private final Sighting sighting = new Sighting(server, Duration.ofDays(1), clock::get);

    @Test
    void a_server_is_away_until_it_has_answered() {
        sighting.look();

        assertThat(sighting.isReachable()).isFalse();
        assertThat(sighting.wasReachedOnce()).isFalse();

        server.next().complete("PONG");

        assertThat(sighting.isReachable()).isTrue();
        assertThat(sighting.wasReachedOnce()).isTrue();
    }

    @Test
    void an_outage_does_not_undo_that_it_was_reached_once() {
        sighting.look();
        server.next().complete("PONG");
        sighting.look();
        server.next().fail(new IOException("refused"));

        assertThat(sighting.isReachable()).isFalse();
        assertThat(sighting.wasReachedOnce()).isTrue();
    }

    @Test
    void a_server_that_freezes_is_asked_once_and_away_after_a_while() {
        sighting.look();
        server.next().complete("PONG");

        sighting.look();
        pass(Sighting.PATIENCE);
        sighting.look();

        assertThat(sighting.isReachable()).isTrue();

        pass(Duration.ofNanos(1));
        sighting.look();

        assertThat(sighting.isReachable()).isFalse();
        assertThat(server.questions).hasSize(1);

        server.next().complete("PONG");

        assertThat(sighting.isReachable()).isTrue();
    }

    @Test
    void a_question_that_is_never_answered_is_given_up_and_asked_again() {
        Sighting impatient = new Sighting(server, Duration.ofMillis(1), clock::get);

        impatient.look();
        await().untilAsserted(() -> {
            impatient.look();
            assertThat(server.questions).hasSizeGreaterThan(1);
        });
    }

    @Test
    void a_probe_that_throws_is_a_failure() {
        Sighting broken = new Sighting(new Broken(), Duration.ofDays(1), clock::get);

        broken.look();
        broken.look();

        assertThat(broken.isReachable()).isFalse();
        assertThat(broken.isServer()).isFalse();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    /** A server that answers when the test says so. */
    private static final class Asked implements Dependency {
        private final Deque<UniEmitter<? super String>> questions = new ArrayDeque<>();

        UniEmitter<? super String> next() {
            return questions.remove();
        }

        @Override
        public String name() {
            return "asked";
        }

        @Override
        public Kind kind() {
            return Kind.SERVER;
        }

        @Override
        public Uni<?> probe() {
            return Uni.createFrom().<String>emitter(questions::add);
        }
    }

    private static final class Broken implements Dependency {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public Kind kind() {
            return Kind.PEER;
        }

        @Override
        public Uni<?> probe() {
            throw new IllegalStateException("no client");
        }
    }
}
