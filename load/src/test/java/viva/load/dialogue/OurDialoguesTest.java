package viva.load.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What our own files promise; that ids are unique and evidence exists is what reading them says. */
class OurDialoguesTest {
    private static final Path FOLDER = Path.of("dialogues");
    private static final Duration NEARLY_A_YEAR = Duration.ofDays(330);

    private final List<Dialogue> dialogues = Stream.of("imogen-declan.json", "livia-otavio.json")
            .flatMap(file -> DialogueFile.read(FOLDER.resolve(file)).stream())
            .toList();

    @Test
    void there_are_six_hundred_turns_in_twelve_sessions_over_a_year() {
        assertThat(dialogues).hasSize(2).allSatisfy(dialogue -> {
            Set<Instant> sessions = dialogue.turns().stream().map(Turn::at).collect(Collectors.toSet());
            assertThat(sessions).hasSize(12);
            assertThat(Duration.between(dialogue.turns().getFirst().at(), dialogue.end()))
                    .isGreaterThan(NEARLY_A_YEAR);
            assertThat(dialogue.unknown()).isEmpty();
        });
        assertThat(dialogues.stream().mapToInt(one -> one.turns().size()).sum()).isGreaterThanOrEqualTo(600);
    }

    @Test
    void no_turn_and_no_question_is_there_twice() {
        assertThat(dialogues.stream().flatMap(one -> one.turns().stream()).map(Turn::text))
                .doesNotHaveDuplicates();
        assertThat(questions()).extracting(Question::text).doesNotHaveDuplicates();
    }

    @Test
    void every_kind_of_question_is_in_both_halves() {
        Map<String, Set<Half>> halves = questions().stream()
                .collect(Collectors.groupingBy(
                        Question::category,
                        Collectors.mapping(question -> question.half().orElseThrow(), Collectors.toSet())));

        assertThat(halves)
                .containsOnlyKeys(
                        "one hop",
                        "several hops",
                        "time",
                        "open",
                        "near-equal names",
                        "changed facts",
                        "without an answer",
                        "never a subject");
        assertThat(halves.values()).allSatisfy(of -> assertThat(of).containsExactlyInAnyOrder(Half.values()));
        Map<Half, Long> counts = questions().stream()
                .collect(Collectors.groupingBy(question -> question.half().orElseThrow(), Collectors.counting()));
        assertThat(counts.get(Half.TUNING) - counts.get(Half.TEST)).isBetween(-2L, 2L);
    }

    @Test
    void there_are_a_hundred_and_fifty_questions_of_which_twenty_have_no_answer() {
        assertThat(questions()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(questions().stream().filter(question -> !question.answerable()))
                .hasSizeGreaterThanOrEqualTo(20);
        assertThat(questions())
                .allSatisfy(question -> assertThat(question.hasEvidence()).isEqualTo(question.answerable()));
    }

    @Test
    void several_hops_take_several_turns() {
        assertThat(questions().stream().filter(question -> question.category().equals("several hops")))
                .allSatisfy(question -> assertThat(question.evidence()).hasSizeGreaterThan(1));
    }

    private List<Question> questions() {
        return dialogues.stream().map(Dialogue::questions).flatMap(List::stream).toList();
    }
}
