package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;

class SlicesTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private static int slicesThatTake(Slices slices, AvatarId avatar) {
        long first = slices.number(NOON);
        return (int) IntStream.range(0, slices.count())
                .filter(n -> slices.takes(first + n, avatar))
                .count();
    }

    @Test
    void everybody_comes_exactly_once_a_round() {
        for (Duration round : new Duration[] {Duration.ofMillis(1), Duration.ofSeconds(7), Duration.ofMinutes(15)}) {
            Slices slices = Slices.of(ShardId.of(new AvatarId(UUID.randomUUID())), round);

            for (int n = 0; n < 200; n++) {
                assertThat(slicesThatTake(slices, new AvatarId(UUID.randomUUID())))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void a_round_of_fifteen_minutes_has_ninety_slices_of_ten_seconds() {
        Slices slices = Slices.of(ShardId.of(new AvatarId(new UUID(0, 0))), Duration.ofMinutes(15));

        assertThat(slices.count()).isEqualTo(90);
        assertThat(slices.number(NOON.plusSeconds(900)) - slices.number(NOON)).isEqualTo(90);
    }

    @Test
    void avatars_are_spread_evenly_over_the_slices() {
        Slices slices = Slices.of(ShardId.of(new AvatarId(new UUID(0, 0))), Duration.ofMinutes(15));
        SplittableRandom random = new SplittableRandom(1);
        int[] taken = new int[90];
        for (int n = 0; n < 90_000; n++) {
            AvatarId avatar = new AvatarId(new UUID(random.nextLong(), random.nextLong()));
            for (int slice = 0; slice < 90; slice++) {
                if (slices.takes(slice, avatar)) {
                    taken[slice]++;
                }
            }
        }

        assertThat(IntStream.of(taken).max().orElseThrow()).isLessThan(1_200);
        assertThat(IntStream.of(taken).min().orElseThrow()).isGreaterThan(800);
    }
}
