package viva.society.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import viva.contracts.WorldTime;
import viva.society.figure.Figure.Verdict;
import viva.society.world.Society;
import viva.society.world.WorldPlan;

/** The figures of a small world, sixty avatars for ten days; what a month of a thousand must show is for {@code ./viva simulate}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingsTest {
    private static final WorldTime START = WorldTime.parse("2030-01-01T17:00:00Z");

    /** Love, and meeting somebody one has heard of, take more than ten days or more than sixty people. */
    private static final Set<String> TOO_RARE = Set.of(
            "share_of_state_match_discovered",
            "share_of_desire_wants_to_see_crush",
            "share_of_desire_wants_to_express");

    /** A correlation of about a quarter is not certain among sixty. */
    private static final Set<String> TOO_FEW = Set.of("mood_inertia_by_neuroticism");

    /** Ten evenings say little about the drift of one avatar's bedtime. */
    private static final Set<String> TOO_SHORT = Set.of("bedtime_drift_95");

    private Findings findings;

    @BeforeAll
    void live_ten_days() {
        try (Society society = new Society(new WorldPlan(60, 10, 7, START), 1)) {
            society.live((at, ticks) -> {});
            findings = Findings.of(society.people());
        }
    }

    @Test
    void every_figure_that_a_small_world_can_show_is_as_expected() {
        assertThat(findings.figures())
                .filteredOn(
                        figure -> Stream.of(TOO_RARE, TOO_FEW, TOO_SHORT).noneMatch(set -> set.contains(figure.name())))
                .allSatisfy(figure ->
                        assertThat(figure.verdict()).as(figure.toString()).isEqualTo(Verdict.AS_EXPECTED));
    }

    @Test
    void every_figure_has_a_name_of_its_own_and_a_source() {
        assertThat(findings.figures()).extracting(Figure::name).doesNotHaveDuplicates();
        assertThat(findings.figures()).allSatisfy(figure -> {
            assertThat(figure.source()).isNotBlank();
            assertThat(figure.detail()).isNotBlank();
        });
    }

    @Test
    void a_world_of_a_day_is_too_short_to_tell_about_moods() {
        try (Society society = new Society(new WorldPlan(3, 1, 7, START), 1)) {
            society.live((at, ticks) -> {});
            Findings soon = Findings.of(society.people());

            assertThat(soon.moods()).isEmpty();
            assertThat(soon.figures())
                    .filteredOn(figure -> figure.name().startsWith("mood_"))
                    .allSatisfy(figure -> assertThat(figure.verdict()).isEqualTo(Verdict.UNKNOWN));
        }
    }
}
