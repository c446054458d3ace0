package viva.avatar.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import viva.contracts.FactSlot;

class SupersessionTest {
    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void a_liking_takes_the_place_of_the_disliking_of_the_same_and_of_nothing_else() {
        assertThat(Supersession.rivals("likes:wine")).containsExactly("likes:wine", "dislikes:wine");
        assertThat(Supersession.rivals("dislikes:wine")).containsExactly("dislikes:wine", "likes:wine");
        assertThat(Supersession.rivals("home")).containsExactly("home");
    }

    @Test
    void the_newer_fact_holds_whatever_the_order_of_arrival() {
        assertThat(Supersession.holds(THEN.plusSeconds(1), THEN)).isTrue();
        assertThat(Supersession.holds(THEN, THEN)).isTrue();
        assertThat(Supersession.holds(THEN.minusSeconds(1), THEN)).isFalse();
    }

    @Test
    void the_same_value_in_other_letters_is_the_same_fact() {
        assertThat(Supersession.isSameFact(new FactSlot("home", "São Paulo"), new FactSlot("home", "sao paulo.")))
                .isTrue();
        assertThat(Supersession.isSameFact(new FactSlot("home", "Lisbon"), new FactSlot("home", "Porto")))
                .isFalse();
    }
}
