package viva.life.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;

class PassersbyTest {
    private final Passersby passersby = new Passersby();
    private final AvatarId luna = new AvatarId(UUID.randomUUID());
    private final AvatarId sol = new AvatarId(UUID.randomUUID());

    @Test
    void who_rests_or_is_gone_is_met_by_nobody_any_more() {
        for (int time = 0; time < 100; time++) {
            passersby.passes(sol);
        }
        assertThat(passersby.anybodyBut(luna)).contains(sol);

        passersby.leaves(sol);

        assertThat(passersby.anybodyBut(luna)).isEmpty();
    }

    @Test
    void who_leaves_takes_nobody_else_along() {
        passersby.passes(luna);
        passersby.leaves(sol);

        assertThat(passersby.anybodyBut(sol)).contains(luna);
    }
}
