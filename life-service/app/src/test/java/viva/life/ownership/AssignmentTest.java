package viva.life.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.ShardId;

class AssignmentTest {
    private static List<ReplicaId> replicas(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new ReplicaId(new UUID(0x0190_0000_0000_7000L, n)))
                .toList();
    }

    @Test
    void the_weights_are_pinned_because_replicas_of_two_versions_must_agree() {
        ReplicaId replica = new ReplicaId(UUID.fromString("01900000-0000-7000-8000-000000000001"));

        assertThat(Assignment.weight(new ShardId(0), replica)).isEqualTo(-2286794535849936422L);
        assertThat(Assignment.weight(new ShardId(63), replica)).isEqualTo(-3710042393640682054L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 64, 100})
    void every_shard_has_one_owner_and_nobody_has_more_than_a_fair_share(int count) {
        Map<ShardId, ReplicaId> owners = Assignment.of(replicas(count));

        assertThat(owners).hasSize(ShardId.COUNT);
        assertThat(loads(owners).values()).allMatch(load -> load <= Math.ceilDiv(ShardId.COUNT, count));
    }

    @Test
    void two_replicas_have_half_of_the_shards_each() {
        assertThat(loads(Assignment.of(replicas(2))).values()).containsExactly(32L, 32L);
    }

    @Test
    void nobody_owns_anything_when_there_is_nobody() {
        assertThat(Assignment.of(List.of())).isEmpty();
    }

    @Test
    void the_order_in_which_replicas_are_read_does_not_matter() {
        List<ReplicaId> shuffled = new ArrayList<>(replicas(5));
        Collections.shuffle(shuffled, new Random(7));

        assertThat(Assignment.of(shuffled)).isEqualTo(Assignment.of(replicas(5)));
    }

    @Test
    void few_shards_move_when_a_fourth_replica_comes() {
        Map<ShardId, ReplicaId> before = Assignment.of(replicas(3));
        Map<ShardId, ReplicaId> after = Assignment.of(replicas(4));

        long moved = before.keySet().stream()
                .filter(shard -> !before.get(shard).equals(after.get(shard)))
                .count();

        assertThat(moved).isBetween(16L, 24L);
    }

    private static Map<ReplicaId, Long> loads(Map<ShardId, ReplicaId> owners) {
        return owners.values().stream().collect(Collectors.groupingBy(owner -> owner, Collectors.counting()));
    }
}
