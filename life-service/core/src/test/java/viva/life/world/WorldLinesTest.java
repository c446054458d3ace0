package viva.life.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import viva.contracts.WorldTime;

class WorldLinesTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final WorldTime START = WorldTime.parse("2030-01-01T09:00:00Z");

    private static Instant minutes(long minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static WorldTime world(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void a_past_instant_has_the_world_time_of_the_line_that_held_then() {
        WorldClock first = WorldClock.started(NOON, START, 10);
        WorldClock paused = first.pause(minutes(6));
        WorldClock resumed = paused.resume(minutes(60));
        WorldLines lines = new WorldLines(List.of(resumed, first, paused));

        assertThat(lines.worldTimeAt(minutes(0))).contains(START);
        assertThat(lines.worldTimeAt(minutes(3))).contains(world(30));
        assertThat(lines.worldTimeAt(minutes(30))).contains(world(60));
        assertThat(lines.worldTimeAt(minutes(61))).contains(world(70));
    }

    @Test
    void before_the_world_began_there_is_no_world_time() {
        WorldLines lines = new WorldLines(List.of(WorldClock.started(NOON, START, 10)));

        assertThat(lines.worldTimeAt(NOON.minusNanos(1))).isEmpty();
        assertThatThrownBy(() -> new WorldLines(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
