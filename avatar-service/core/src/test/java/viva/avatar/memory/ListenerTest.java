package viva.avatar.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.Audience;
import viva.contracts.AvatarId;

class ListenerTest {
    private static final AvatarId SOL = new AvatarId(new UUID(0, 1));
    private static final AvatarId THEO = new AvatarId(new UUID(0, 2));

    @Test
    void the_owner_hears_everything() {
        assertThat(Audience.values()).allMatch(audience -> new Listener.Owner().mayHear(audience, List.of(SOL)));
    }

    @Test
    void another_avatar_hears_what_it_took_part_in_and_nothing_of_the_owner() {
        Listener sol = new Listener.Partner(SOL);

        assertThat(sol.mayHear(Audience.OWNER, List.of(SOL))).isFalse();
        assertThat(sol.mayHear(Audience.PAIR, List.of(SOL))).isTrue();
        assertThat(sol.mayHear(Audience.PAIR, List.of(THEO))).isFalse();
        assertThat(sol.mayHear(Audience.ANYONE, List.of())).isTrue();
    }

    @Test
    void everybody_hears_what_is_for_anyone() {
        Listener everybody = new Listener.Everybody();

        assertThat(everybody.mayHear(Audience.ANYONE, List.of())).isTrue();
        assertThat(everybody.mayHear(Audience.PAIR, List.of(SOL))).isFalse();
        assertThat(everybody.mayHear(Audience.OWNER, List.of())).isFalse();
    }

    @Test
    void what_is_derived_has_the_narrowest_audience() {
        assertThat(Audience.narrowest(List.of(Audience.ANYONE, Audience.PAIR))).isEqualTo(Audience.PAIR);
        assertThat(Audience.narrowest(List.of())).isEqualTo(Audience.OWNER);
    }
}
