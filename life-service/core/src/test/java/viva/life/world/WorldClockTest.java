package viva.life.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import viva.contracts.WorldTime;

class WorldClockTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final WorldTime START = WorldTime.parse("2030-01-01T17:00:00Z");
    private static final WorldClock CLOCK = WorldClock.started(NOON, START, 10);

    @Test
    void a_real_minute_is_ten_world_minutes() {
        assertThat(CLOCK.worldTimeAt(NOON.plusSeconds(60))).isEqualTo(START.plus(Duration.ofMinutes(10)));
    }

    @Test
    void the_world_stands_still_between_pause_and_resume_and_never_jumps() {
        Instant paused = NOON.plusSeconds(60);
        Instant resumed = paused.plusSeconds(3600);

        WorldClock standing = CLOCK.pause(paused);
        WorldClock running = standing.resume(resumed);

        assertThat(standing.worldTimeAt(resumed)).isEqualTo(START.plus(Duration.ofMinutes(10)));
        assertThat(running.worldTimeAt(resumed)).isEqualTo(START.plus(Duration.ofMinutes(10)));
        assertThat(running.worldTimeAt(resumed.plusSeconds(1)))
                .isEqualTo(START.plus(Duration.ofMinutes(10).plusSeconds(10)));
        assertThat(running.version()).isEqualTo(CLOCK.version() + 2);
    }

    @Test
    void pausing_twice_and_resuming_a_running_world_change_nothing() {
        WorldClock standing = CLOCK.pause(NOON.plusSeconds(60));

        assertThat(standing.pause(NOON.plusSeconds(90))).isEqualTo(standing);
        assertThat(CLOCK.resume(NOON.plusSeconds(90))).isEqualTo(CLOCK);
    }

    @Test
    void a_real_clock_before_the_anchor_does_not_move_the_world_back() {
        Instant earlier = NOON.minusSeconds(86_400);

        assertThat(CLOCK.worldTimeAt(earlier)).isEqualTo(START);
        assertThat(CLOCK.pause(earlier).worldTimeAt(earlier)).isEqualTo(START);
        assertThat(CLOCK.pause(NOON.plusSeconds(60)).resume(earlier).worldTimeAt(earlier))
                .isEqualTo(START.plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_reader_never_sees_the_world_earlier_than_it_has_seen_it() {
        WorldTime seen = CLOCK.worldTimeAt(NOON.plusSeconds(60));

        assertThat(CLOCK.worldTimeAt(NOON.plusSeconds(30), seen)).isEqualTo(seen);
        assertThat(CLOCK.worldTimeAt(NOON.plusSeconds(61), seen)).isGreaterThan(seen);
    }

    @Test
    void real_time_is_the_first_instant_at_which_the_world_is_there() {
        SplittableRandom random = new SplittableRandom(11);

        for (int i = 0; i < 10_000; i++) {
            double scale = Math.exp(random.nextDouble(-3, 11));
            WorldClock clock = WorldClock.started(NOON, START, scale);
            WorldTime world = new WorldTime(START.millis() + random.nextLong(1, 100_000_000_000L));

            Instant real = clock.realTimeAt(world).orElseThrow();

            assertThat(clock.worldTimeAt(real)).as("scale " + scale).isGreaterThanOrEqualTo(world);
            assertThat(clock.worldTimeAt(real.minusNanos(1_000)))
                    .as("scale " + scale)
                    .isLessThan(world);
        }
    }

    @Test
    void a_paused_world_never_reaches_its_future() {
        WorldClock standing = CLOCK.pause(NOON.plusSeconds(60));

        assertThat(standing.realTimeAt(START.plus(Duration.ofMinutes(11)))).isEmpty();
        assertThat(standing.realTimeAt(START)).contains(NOON.plusSeconds(60));
    }

    @Test
    void an_impossible_scale_is_refused() {
        for (double scale : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 100_001}) {
            assertThatThrownBy(() -> WorldClock.started(NOON, START, scale))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("scale = " + scale);
        }
    }
}
