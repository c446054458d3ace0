package viva.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShardIdTest {
    @Test
    void the_hash_never_changes() {
        assertThat(ShardId.of(AvatarId.of("00000000-0000-0000-0000-000000000000"))
                        .value())
                .isZero();
        assertThat(ShardId.of(AvatarId.of("00000000-0000-0000-0000-000000000001"))
                        .value())
                .isEqualTo(54);
        assertThat(ShardId.of(AvatarId.of("0198c0de-0000-7000-8000-000000000001"))
                        .value())
                .isEqualTo(43);
        assertThat(ShardId.of(AvatarId.of("ffffffff-ffff-ffff-ffff-ffffffffffff"))
                        .value())
                .isZero();
    }

    @Test
    void avatars_spread_evenly() {
        int[] count = new int[ShardId.COUNT];
        Random random = new Random(7);
        for (int i = 0; i < 64_000; i++) {
            count[
                    ShardId.of(new AvatarId(new UUID(random.nextLong(), random.nextLong())))
                            .value()]++;
        }

        assertThat(Arrays.stream(count).boxed()).allMatch(n -> n > 850 && n < 1150);
    }
}
