package viva.load.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import viva.load.dialogue.Half;
import viva.load.dialogue.Question;

class RecallFiguresTest {
    private static final Optional<Half> TUNING = Optional.of(Half.TUNING);
    private static final Optional<Half> TEST = Optional.of(Half.TEST);

    @Test
    void the_halves_are_told_apart_by_category_and_dialogue() {
        List<RecallFigures> figures = RecallFigures.of(
                List.of(found("one", "time", TUNING), missed("one", "open", TUNING), found("two", "open", TEST)));

        assertThat(figures).extracting(RecallFigures::part).containsExactly("tuning", "test");
        RecallFigures tuning = figures.getFirst();
        assertThat(tuning.whole().recallAt(10)).isEqualTo(.5);
        assertThat(tuning.categories().get("time").recallAt(1)).isEqualTo(1);
        assertThat(tuning.categories().get("open").recallAt(20)).isZero();
        assertThat(tuning.dialogues()).isEmpty();
        assertThat(RecallTable.of(figures)).contains("tuning", "  time", "recall@10", "0.500");
    }

    @Test
    void both_dialogues_of_a_part_have_figures_of_their_own() {
        RecallFigures all = RecallFigures.of(
                        List.of(found("one", "time", Optional.empty()), missed("two", "time", Optional.empty())))
                .getFirst();

        assertThat(all.part()).isEqualTo("all");
        assertThat(all.dialogues().get("one").meanReciprocalRank()).isEqualTo(1);
        assertThat(all.dialogues().get("two").meanReciprocalRank()).isZero();
    }

    @Test
    void questions_without_an_answer_count_for_nothing_found_alone() {
        Question unanswerable = new Question("?", Set.of("named"), "without an answer", false, TEST);
        RecallFigures test = RecallFigures.of(List.of(
                        found("one", "time", TEST),
                        new Outcome("one", unanswerable, List.of(), true, 1),
                        new Outcome("one", unanswerable, List.of(Set.of("other")), false, 1)))
                .getFirst();

        assertThat(test.whole().questions()).isOne();
        assertThat(test.categories()).containsOnlyKeys("time");
        assertThat(test.nothingFound()).isEqualTo(new NothingFound(2, 1, 1, 0));
    }

    private static Outcome found(String dialogue, String category, Optional<Half> half) {
        return new Outcome(
                dialogue, new Question("?", Set.of("a"), category, true, half), List.of(Set.of("a")), false, 1);
    }

    private static Outcome missed(String dialogue, String category, Optional<Half> half) {
        return new Outcome(dialogue, new Question("?", Set.of("a"), category, true, half), List.of(), false, 1);
    }
}
