package viva.load.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import viva.avatar.recall.Neighbours;
import viva.load.dialogue.Dialogue;
import viva.load.dialogue.Question;
import viva.load.dialogue.Turn;
import viva.load.recall.Outcome;

class LaboratoryTest {
    private static final Instant MAY = Instant.parse("2025-05-10T20:50:00Z");
    private static final Instant JUNE = Instant.parse("2025-06-14T12:20:00Z");

    @Test
    void words_find_the_turn_that_shares_the_rare_ones() {
        Question question = new Question("Where is Bo's lantern?", Set.of("D1:2"), "one hop", true, Optional.empty());
        Dialogue dialogue = new Dialogue(
                "one",
                List.of(
                        new Turn("D1:1", "Ana", "It was a long day.", MAY),
                        new Turn("D1:2", "Bo", "My lantern hangs in the boat house.", MAY),
                        new Turn("D2:1", "Ana", "The boat is sold.", JUNE)),
                List.of(question),
                List.of());
        Recipe words = Recipe.ablations().stream()
                .filter(recipe ->
                        recipe.encoder() == null && recipe.neighbours().equals(Neighbours.NONE))
                .findFirst()
                .orElseThrow();

        Answered answered = new Experiment(dialogue, words).run().getFirst();

        assertThat(answered.outcome().hits().getFirst()).containsExactly("D1:2");
        assertThat(answered.best()).isBetween(.1, 1.0);
    }

    @Test
    void the_bar_loses_no_more_questions_with_an_answer_than_it_may() {
        List<Answered> answered = Stream.concat(
                        IntStream.range(0, 100).mapToObj(i -> best(i / 100.0, true)),
                        IntStream.range(0, 4).mapToObj(i -> best(i / 50.0, false)))
                .toList();

        Bar bar = Bar.losing(.05, answered);

        assertThat(bar.relevance()).isEqualTo(.05);
        assertThat(bar.below(answered)).containsEntry("all with an answer", .05).containsEntry("never a subject", .75);
    }

    private static Answered best(double relevance, boolean answerable) {
        Question question =
                new Question("?", Set.of(), answerable ? "one hop" : "never a subject", answerable, Optional.empty());
        return new Answered(new Outcome("one", question, List.of(), false, 1), relevance);
    }
}
