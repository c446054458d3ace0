package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import viva.life.history.PastTable.Kept;
import viva.life.mind.Model;

class KeptTest {
    private static final Instant EARLY = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-02T00:00:00Z");

    @Test
    void what_this_model_has_always_lived_is_exact_from_the_birth_or_the_oldest_sample_on() {
        assertThat(Kept.of(EARLY, LATER, null, Model.VERSION).exactFrom()).isEqualTo(EARLY);
        assertThat(Kept.of(null, LATER, EARLY, Model.VERSION).exactFrom()).isEqualTo(LATER);
    }

    @Test
    void what_this_model_lives_for_some_time_is_exact_since_then() {
        assertThat(Kept.of(EARLY, EARLY, LATER, Model.VERSION).exactFrom()).isEqualTo(LATER);
    }

    @Test
    void what_another_model_lives_or_nobody_knows_is_never_exact() {
        assertThat(Kept.of(EARLY, EARLY, LATER, Model.VERSION + 1).exactFrom()).isNull();
        assertThat(Kept.of(null, null, null, Model.VERSION).exactFrom()).isNull();
    }
}
