package viva.load.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlersTest {
    @Test
    void an_empty_world_gets_all_avatars_and_no_owner_more_than_allowed() {
        assertThat(Settlers.plan(0, 2_000, 20, 20)).isEqualTo(Collections.nCopies(100, 20));
        assertThat(Settlers.plan(0, 50, 2, 20)).containsExactly(17, 17, 16);
    }

    @Test
    void a_full_world_gets_those_who_talk() {
        assertThat(Settlers.plan(2_000, 2_000, 3, 20)).isEqualTo(List.of(1, 1, 1));
        assertThat(Settlers.plan(1_995, 2_000, 3, 20)).isEqualTo(List.of(2, 2, 1));
    }
}
