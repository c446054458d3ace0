package viva.life.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
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

class PopulationTest {
    private static final WorldTime MORNING = WorldTime.parse("2030-01-01T09:00:00Z");
    private static final Lives LIVES = new Lives(LifeParameters.DEFAULT, 7);

    private final Population population = new Population();
    private final Resident luna = newborn("0198c0de-0000-7000-8000-000000000001");
    private final Resident sol = newborn("0198c0de-0000-7000-8000-000000000002");

    @Test
    void who_moved_on_is_taken_for_a_checkpoint_once_and_again_after_moving_on() {
        population.stored(luna);
        population.stored(sol);
        assertThat(population.isDirty()).isFalse();

        liveUntil(MORNING.plus(Duration.ofHours(3)));
        List<Resident> taken = population.takeAhead(1);

        assertThat(taken).containsExactly(population.get(taken.getFirst().id()));
        assertThat(population.isDirty()).isTrue();
        assertThat(population.takeAhead(10)).hasSize(1).doesNotContainAnyElementsOf(taken);
        assertThat(population.isDirty()).isFalse();
        assertThat(population.takeAhead(10)).isEmpty();

        liveUntil(MORNING.plus(Duration.ofHours(6)));
        assertThat(population.takeAhead(10)).hasSize(2);
    }

    @Test
    void who_is_stored_or_gone_meanwhile_is_not_ahead() {
        population.stored(luna);
        population.stored(sol);
        liveUntil(MORNING.plus(Duration.ofHours(3)));

        population.stored(population.get(luna.id()));
        population.remove(List.of(sol.id()));

        assertThat(population.isDirty()).isFalse();
        assertThat(population.takeAhead(10)).isEmpty();
        assertThat(population.isKnown(sol.id())).isFalse();
        liveUntil(MORNING.plus(Duration.ofHours(6)));
        assertThat(population.takeAhead(10)).extracting(Resident::id).containsExactly(luna.id());
    }

    @Test
    void who_wakes_from_a_rest_of_days_has_nothing_to_make_up_for() {
        WorldTime evening = MORNING.plus(Duration.ofHours(8));
        WorldTime days = evening.plus(Duration.ofDays(3));
        Resident paused = luna.with(
                        LIVES.apply(luna.mind(), new Input.Paused(evening)).mind())
                .with(Standing.RESTING, 2);
        population.stored(paused);
        assertThat(population.nextTick()).isEmpty();

        population.stored(
                paused.with(LIVES.apply(paused.mind(), new Input.Resumed(days)).mind())
                        .with(Standing.LIVING, 3));

        assertThat(population.nextTick())
                .hasValueSatisfying(next -> assertThat(next).isGreaterThan(days));
    }

    @Test
    void who_was_erased_is_known_by_a_pseudonym_and_nobody_else_is() {
        population.stored(Resident.erased(luna.id().pseudonym(), 3));

        assertThat(population.isKnown(luna.id())).isTrue();
        assertThat(population.get(luna.id()).isErased()).isTrue();
        assertThat(population.isKnown(sol.id())).isFalse();
        assertThat(population.get(sol.id())).isNull();
    }

    private void liveUntil(WorldTime until) {
        population.live(LIVES, until, until, 1_000, (resident, intents) -> true);
    }

    /** The id is the seed of a life: with another one, a newborn may have nothing to do for hours. */
    private static Resident newborn(String uuid) {
        AvatarId id = AvatarId.of(uuid);
        UnitInterval half = new UnitInterval(.5);
        Personality average = new Personality(
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
        return new Resident(
                id,
                Standing.LIVING,
                1,
                new AccountId(UUID.randomUUID()),
                "en",
                LIVES.born(new Input.Born(MORNING, id, average)));
    }
}
