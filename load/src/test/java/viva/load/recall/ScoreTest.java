package viva.load.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void recall_is_the_share_of_the_evidence_among_the_first_hits() {
        List<Set<String>> hits = ranking(30);
        hits.set(0, Set.of("a"));
        hits.set(5, Set.of("b"));
        hits.set(19, Set.of("c"));
        hits.set(20, Set.of("d"));

        Score score = Score.of(hits, Set.of("a", "b", "c", "d"));

        assertThat(score.recalls()).containsExactly(.25, .25, .5, .75);
        assertThat(score.reciprocalRank()).isEqualTo(1);
    }

    @Test
    void the_reciprocal_rank_is_that_of_the_first_evidence() {
        List<Set<String>> hits = ranking(10);
        hits.set(3, Set.of("b"));
        hits.set(4, Set.of("a"));

        assertThat(Score.of(hits, Set.of("a", "b")).reciprocalRank()).isEqualTo(.25);
        assertThat(Score.of(hits, Set.of("elsewhere")).reciprocalRank()).isZero();
        assertThat(Score.of(List.of(), Set.of("a"))).isEqualTo(new Score(List.of(0.0, 0.0, 0.0, 0.0), 0));
    }

    @Test
    void a_memory_that_several_turns_were_merged_into_stands_for_all_of_them() {
        List<Set<String>> hits = ranking(3);
        hits.set(0, Set.of("a", "b"));

        assertThat(Score.of(hits, Set.of("a", "b")).recalls()).containsExactly(1.0, 1.0, 1.0, 1.0);
    }

    @Test
    void evidence_that_comes_twice_counts_once() {
        List<Set<String>> hits = ranking(3);
        hits.set(0, Set.of("a"));
        hits.set(1, Set.of("a"));

        assertThat(Score.of(hits, Set.of("a", "b")).recalls()).containsExactly(.5, .5, .5, .5);
    }

    @Test
    void there_is_no_score_without_evidence() {
        assertThatThrownBy(() -> Score.of(ranking(3), Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_question_counts_alike_in_the_mean() {
        Summary summary = Summary.of(
                List.of(new Score(List.of(1.0, 1.0, 1.0, 1.0), 1), new Score(List.of(0.0, 0.0, .5, 1.0), .2)));

        assertThat(summary.questions()).isEqualTo(2);
        assertThat(summary.recallAt(1)).isEqualTo(.5);
        assertThat(summary.recallAt(10)).isEqualTo(.75);
        assertThat(summary.meanReciprocalRank()).isCloseTo(.6, within(1e-12));
    }

    private static List<Set<String>> ranking(int length) {
        return new ArrayList<>(
                IntStream.range(0, length).mapToObj(i -> Set.of("other " + i)).toList());
    }
}
