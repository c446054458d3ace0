package viva.life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.life.mind.People.LIVES;

import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;

class BereavedTest {
    private static final AvatarId SOL = People.avatar(1_000);
    private static final AvatarId MIRA = People.avatar(1_001);

    @Test
    void a_mind_lets_go_of_somebody_who_is_gone_and_of_nobody_else() {
        Mind mind = friendOf(SOL, friendOf(MIRA, People.newborn(1)));

        Mind after = LIVES.apply(mind, new Input.Left(mind.asOf(), SOL, true)).mind();

        assertThat(mind.hasInMind(SOL)).isTrue();
        assertThat(after.hasInMind(SOL)).isFalse();
        assertThat(after.hasInMind(MIRA)).isTrue();
        assertThat(hex(after)).doesNotContain(hex(SOL));
    }

    @Test
    void nobody_waits_for_somebody_who_is_gone() {
        Mind mind = People.newborn(1);
        Mind waiting = LIVES.apply(mind, new Input.Invited(mind.asOf(), SOL, new ConversationId(new UUID(1, 2)), true))
                .mind();

        Mind after =
                LIVES.apply(waiting, new Input.Left(waiting.asOf(), SOL, true)).mind();

        assertThat(after.hasInMind(SOL)).isFalse();
    }

    @Test
    void under_another_name_the_same_life_goes_on() {
        Mind mind = friendOf(SOL, People.newborn(1));
        Mind renamed = MindCodec.decode(MindCodec.renamed(MindCodec.encode(mind), SOL, SOL.pseudonym()));
        assertThat(renamed.hasInMind(SOL)).isFalse();
        assertThat(renamed.hasInMind(SOL.pseudonym())).isTrue();

        for (int n = 0; n < 200; n++) {
            mind = LIVES.tick(mind).mind();
            renamed = LIVES.tick(renamed).mind();
        }

        assertThat(MindCodec.renamed(MindCodec.encode(mind), SOL, SOL.pseudonym()))
                .isEqualTo(MindCodec.encode(renamed));
    }

    @Test
    void a_mind_without_the_name_stays_as_it_is() {
        byte[] mind = MindCodec.encode(friendOf(MIRA, People.newborn(1)));

        assertThat(MindCodec.renamed(mind, SOL, SOL.pseudonym())).isEqualTo(mind);
    }

    private static Mind friendOf(AvatarId other, Mind mind) {
        return LIVES.apply(mind, new Input.Tied(mind.asOf(), other, BondStatus.FRIENDS, .5, .5, .5, .1, 1))
                .mind();
    }

    private static String hex(Mind mind) {
        return HexFormat.of().formatHex(MindCodec.encode(mind));
    }

    private static String hex(AvatarId id) {
        return HexFormat.of().formatHex(MindCodec.bytes(id));
    }
}
