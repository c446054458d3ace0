package viva.load.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.contracts.WorldTime;
import viva.life.mind.MindCodec;

class CitizensTest {
    private static final WorldTime MORNING = WorldTime.parse("2030-06-03T06:30:00Z");
    private static final int MANY = 2_000;

    private final Citizens citizens = new Citizens(7);

    @Test
    void a_citizen_is_the_same_in_every_run() {
        Citizens.Citizen one = citizens.citizen(42, MORNING);
        Citizens.Citizen again = new Citizens(7).citizen(42, MORNING);

        assertThat(again.id()).isEqualTo(one.id());
        assertThat(again.profile()).isEqualTo(one.profile());
        assertThat(MindCodec.encode(again.mind())).isEqualTo(MindCodec.encode(one.mind()));
    }

    @Test
    void citizens_have_lived_until_the_beginning_and_go_on_after_it() {
        for (int number = 0; number < 50; number++) {
            Citizens.Citizen citizen = citizens.citizen(number, MORNING);

            assertThat(citizen.mind().asOf()).isLessThanOrEqualTo(MORNING);
            assertThat(citizen.mind().nextTick()).isGreaterThan(MORNING);
        }
    }

    @Test
    void no_two_are_the_same_and_every_shard_has_some() {
        Set<AvatarId> ids = new HashSet<>();
        Set<ShardId> shards = new HashSet<>();
        for (int number = 0; number < MANY; number++) {
            AvatarId id = citizens.citizen(number, MORNING).id();
            ids.add(id);
            shards.add(ShardId.of(id));
        }

        assertThat(ids).hasSize(MANY);
        assertThat(shards).hasSize(ShardId.COUNT);
    }
}
