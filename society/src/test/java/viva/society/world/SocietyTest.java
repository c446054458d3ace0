package viva.society.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.contracts.WorldTime;
import viva.life.encounter.EncounterRules;
import viva.life.tie.Tie;
import viva.life.world.WorldClock;
import viva.relationship.bond.Bond;
import viva.relationship.bond.Side;
import viva.society.diary.State;

class SocietyTest {
    private static final WorldTime START = WorldTime.parse("2030-01-01T17:00:00Z");

    @Test
    void the_same_seed_gives_the_same_world_twice() {
        assertThat(hash(80, 3, 7, 1)).isEqualTo(hash(80, 3, 7, 1));
    }

    @Test
    void another_seed_gives_another_world() {
        assertThat(hash(80, 1, 7, 1)).isNotEqualTo(hash(80, 1, 8, 1));
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        String alone = hash(300, 2, 7, 1);

        assertThat(hash(300, 2, 7, 2)).isEqualTo(alone);
        assertThat(hash(300, 2, 7, 4)).isEqualTo(alone);
    }

    @Test
    void people_talk_and_their_bonds_come_of_it() {
        try (Society society = lived(80, 2, 7, 1)) {
            assertThat(society.conversations().count()).isGreaterThan(80);
            assertThat(society.bonds().inOrder()).isNotEmpty();
            assertThat(society.people())
                    .anyMatch(one -> one.mind().relations().circle().size() > 1);
        }
    }

    @Test
    void it_is_known_what_became_of_invitations() {
        try (Society society = lived(80, 2, 7, 1)) {
            assertThat(society.conversations().answers())
                    .containsKeys("accepted", "asleep", "in_conversation", "exploring");
        }
    }

    @Test
    void the_first_word_comes_as_long_after_the_yes_as_in_a_service_without_settings() {
        List<Long> breaths = new ArrayList<>();
        try (Society society = new Society(new WorldPlan(80, 1, 7, START), 1)) {
            society.watch((encounter, _) -> breaths.add(
                    encounter.script().startMillis() - encounter.guest().mind().asOfMillis()));
            society.live((at, ticks) -> {});
        }

        double breath = EncounterRules.DEFAULT.breath().toMillis() * WorldClock.DEFAULT_SCALE;
        assertThat(breaths)
                .contains((long) breath)
                .allSatisfy(waited -> assertThat(waited).isGreaterThanOrEqualTo((long) breath));
    }

    @Test
    void both_minds_know_their_bond_as_it_is() {
        try (Society society = lived(80, 3, 7, 1)) {
            Bonds bonds = society.bonds();
            for (Bond bond : bonds.inOrder()) {
                for (Side side : Side.values()) {
                    assertThat(tie(society, bond, side)).hasValueSatisfying(tie -> {
                        assertThat(tie.version()).isEqualTo(bonds.version(bond.pair()));
                        assertThat(tie.status().label())
                                .isEqualTo(bond.statusSeenBy(side).label());
                    });
                }
            }
        }
    }

    @Test
    void avatars_meet_passersby_of_whom_the_matchmaker_never_told_them() {
        try (Society society = lived(80, 1, 7, 1)) {
            assertThat(society.bonds().inOrder())
                    .anySatisfy(bond -> assertThat(Side.values())
                            .allSatisfy(side -> assertThat(tie(society, bond, side))
                                    .hasValueSatisfying(
                                            tie -> assertThat(tie.score()).isZero())));
        }
    }

    /** What the mind on one side of a bond knows of it. */
    private static Optional<Tie> tie(Society society, Bond bond, Side side) {
        return society.people().stream()
                .filter(one -> one.id().equals(bond.pair().on(side)))
                .findFirst()
                .orElseThrow()
                .mind()
                .relations()
                .circle()
                .find(bond.pair().on(side.other()));
    }

    @Test
    void somebody_alone_in_the_world_lives_all_the_same() {
        try (Society society = lived(1, 3, 7, 2)) {
            Inhabitant one = society.people().getFirst();

            assertThat(one.diary().timesheet().hours(State.SLEEPING)).isGreaterThan(20);
            assertThat(one.diary().timesheet().hours(State.IN_CONVERSATION)).isZero();
        }
    }

    @Test
    void nobody_is_behind_when_the_world_ends() {
        try (Society society = lived(80, 1, 7, 1)) {
            long end = society.plan().end().millis();

            assertThat(society.people()).noneMatch(one -> one.isDue(end));
            assertThat(society.people()).allMatch(one -> one.mind().asOfMillis() <= end + 60_000);
        }
    }

    @Test
    void the_watcher_hears_of_every_hour() {
        long[] told = new long[1];
        try (Society society = new Society(new WorldPlan(1, 1, 7, START), 1)) {
            society.live((at, ticks) -> told[0]++);
        }

        assertThat(told[0]).isEqualTo(24);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "-1,1", "200001,1", "1,0", "1,367"})
    void a_world_has_limits(int avatars, int days) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorldPlan(avatars, days, 7, START))
                .withMessageMatching("must be in \\[1,\\d+]: (avatars|days) = -?\\d+");
    }

    private static String hash(int avatars, int days, long seed, int threads) {
        try (Society society = lived(avatars, days, seed, threads)) {
            return WorldHash.of(society);
        }
    }

    private static Society lived(int avatars, int days, long seed, int threads) {
        Society society = new Society(new WorldPlan(avatars, days, seed, START), threads);
        society.live((at, ticks) -> {});
        return society;
    }
}
