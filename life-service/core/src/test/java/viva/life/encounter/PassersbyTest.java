package viva.life.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Personality;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;
import viva.life.mind.Input;
import viva.life.mind.LifeParameters;
import viva.life.mind.Lives;
import viva.life.resident.Resident;
import viva.life.resident.Standing;

class PassersbyTest {
    private static final Lives LIVES = new Lives(LifeParameters.DEFAULT, 7);
    private static final WorldTime MORNING = WorldTime.parse("2030-01-01T09:00:00Z");
    private static final WorldTime NIGHT = WorldTime.parse("2030-01-02T03:00:00Z");

    private final Passersby passersby = new Passersby(new SplittableRandom(7)::nextInt);
    private final Resident luna = awake(1);
    private final Resident sol = awake(2);

    @Test
    void an_avatar_that_rests_or_is_gone_is_met_by_nobody_any_more() {
        for (int time = 0; time < 100; time++) {
            passersby.passes(sol);
        }
        assertThat(passersby.anybodyBut(luna.id())).contains(sol.id());

        passersby.changed(sol.with(Standing.RESTING, 2));

        assertThat(passersby.anybodyBut(luna.id())).isEmpty();
    }

    @Test
    void an_avatar_that_leaves_takes_nobody_else_along() {
        passersby.passes(luna);
        passersby.changed(sol.with(Standing.RESTING, 2));

        assertThat(passersby.anybodyBut(sol.id())).contains(luna.id());
    }

    @Test
    void an_avatar_that_is_asleep_or_talks_does_not_pass_by() {
        passersby.changed(asleep(sol));
        passersby.changed(invited(sol));

        assertThat(passersby.anybodyBut(luna.id())).isEmpty();
    }

    @Test
    void an_avatar_that_passed_by_is_met_although_it_has_fallen_asleep_since() {
        passersby.changed(sol);
        passersby.changed(asleep(sol));

        assertThat(passersby.anybodyBut(luna.id())).contains(sol.id());
    }

    @Test
    void the_same_dice_lead_to_the_same_meetings() {
        Passersby others = new Passersby(new SplittableRandom(7)::nextInt);
        for (int number = 1; number < 500; number++) {
            passersby.changed(awake(number));
            others.changed(awake(number));
        }

        for (int time = 0; time < 100; time++) {
            assertThat(others.anybodyBut(luna.id())).isEqualTo(passersby.anybodyBut(luna.id()));
        }
    }

    private static Resident awake(long number) {
        UUID id = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
        Input.Born birth = new Input.Born(MORNING, new AvatarId(id), average());
        return new Resident(birth.avatar(), Standing.LIVING, 1, new AccountId(id), "en", LIVES.born(birth));
    }

    private static Resident asleep(Resident awake) {
        Resident night = awake.with(LIVES.liveUntil(awake.mind(), NIGHT).mind());
        assertThat(night.mind().asleep()).isTrue();
        return night;
    }

    private Resident invited(Resident awake) {
        Input invitation = new Input.Invited(MORNING, luna.id(), new ConversationId(new UUID(3, 3)), true);
        return awake.with(LIVES.apply(awake.mind(), invitation).mind());
    }

    private static Personality average() {
        UnitInterval half = UnitInterval.HALF;
        return new Personality(
                half,
                half,
                half,
                half,
                half,
                HumorStyle.WITTY,
                LoveLanguage.TIME,
                AttachmentStyle.SECURE,
                List.of(),
                List.of());
    }
}
