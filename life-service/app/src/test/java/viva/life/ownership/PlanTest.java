package viva.life.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.ShardId;

class PlanTest {
    private static final ReplicaId ME = new ReplicaId(new UUID(1, 1));
    private static final ReplicaId OTHER = new ReplicaId(new UUID(1, 2));
    private static final ShardId SHARD = new ShardId(0);

    private static Roster roster(Set<ReplicaId> willing, long epoch, ReplicaId owner, boolean live) {
        return new Roster(willing, Map.of(SHARD, new Roster.Holding(new Epoch(epoch), owner, live)));
    }

    private static Map<ShardId, Epoch> holding(long epoch) {
        return Map.of(SHARD, new Epoch(epoch));
    }

    @Test
    void a_shard_that_nobody_owns_is_claimed_at_the_epoch_that_was_seen() {
        Plan plan = Plan.of(ME, Map.of(), roster(Set.of(ME), 4, null, false));

        assertThat(plan.claims()).containsExactly(Lease.of(0, 4));
        assertThat(plan.settled()).isFalse();
    }

    @Test
    void a_shard_of_a_dead_owner_is_claimed() {
        assertThat(Plan.of(ME, Map.of(), roster(Set.of(ME), 4, OTHER, false)).claims())
                .containsExactly(Lease.of(0, 4));
    }

    @Test
    void a_shard_of_a_live_owner_is_waited_for() {
        Plan plan = Plan.of(ME, Map.of(), roster(Set.of(ME), 4, OTHER, true));

        assertThat(plan.claims()).isEmpty();
        assertThat(plan.settled()).isFalse();
    }

    @Test
    void a_held_shard_that_is_assigned_to_another_is_surrendered() {
        Plan plan = Plan.of(ME, holding(4), roster(Set.of(OTHER), 4, ME, true));

        assertThat(plan.surrenders()).containsExactly(Lease.of(0, 4));
        assertThat(plan.losses()).isEmpty();
    }

    @Test
    void a_held_shard_that_is_where_it_should_be_needs_nothing() {
        Plan plan = Plan.of(ME, holding(4), roster(Set.of(ME), 4, ME, true));

        assertThat(plan).isEqualTo(new Plan(List.of(), List.of(), List.of(), List.of(), true));
    }

    @Test
    void a_shard_that_somebody_claimed_is_lost_at_the_epoch_that_was_held() {
        Plan plan = Plan.of(ME, holding(4), roster(Set.of(ME, OTHER), 5, OTHER, true));

        assertThat(plan.losses()).containsExactly(Lease.of(0, 4));
    }

    @Test
    void a_shard_in_my_name_that_i_do_not_hold_is_claimed_anew_and_not_just_used() {
        Plan plan = Plan.of(ME, Map.of(), roster(Set.of(ME), 4, ME, true));

        assertThat(plan.claims()).containsExactly(Lease.of(0, 4));
    }

    @Test
    void a_shard_in_my_name_that_i_neither_hold_nor_want_is_released() {
        Plan plan = Plan.of(ME, new HashMap<>(), roster(Set.of(OTHER), 4, ME, true));

        assertThat(plan.releases()).containsExactly(Lease.of(0, 4));
        assertThat(plan.claims()).isEmpty();
    }
}
