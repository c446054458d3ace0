package viva.society.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Talks among avatars are talks: counted on their words alone. */
class TalksTest {
    private static final int MANY = 1_000;
    private static final long SEED = 9;
    private static final List<String> OTHERS = List.of("pt", "es", "de");
    private static Map<String, List<WordedTalk>> worded;
    private static List<List<String>> talks;

    @BeforeAll
    static void live() {
        worded = TalksOfAWorld.of(TalksOfAWorld.small(SEED), List.of("en", "pt", "es", "de"));
        talks = words("en");
    }

    private static List<List<String>> words(String locale) {
        return worded.get(locale).stream()
                .map(talk -> talk.lines().stream().map(WordedTalk.Line::words).toList())
                .limit(MANY)
                .toList();
    }

    @Test
    void the_sample_in_the_documentation_is_what_they_say() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "talk-samples.md"));
        List<WordedTalk> sample = TalksOfAWorld.sample(worded.get("en"), 100);

        assertThat(TalkPage.of(sample, "./viva talks --count 100 --seed 9 --locale en"))
                .isEqualTo(page);
    }

    @Test
    void four_questions_of_five_and_more_are_answered_in_the_next_turn() {
        TalkChecker counted = TalkChecker.read(talks);

        assertThat(talks).hasSize(MANY);
        assertThat(counted.questions()).isGreaterThan(MANY);
        assertThat(counted.answeredShare())
                .as(
                        "such as %s",
                        counted.unanswered()
                                .subList(0, Math.min(20, counted.unanswered().size())))
                .isGreaterThanOrEqualTo(.8);
    }

    @Test
    void nobody_greets_but_at_the_beginning() {
        assertThat(TalkChecker.read(talks).lateGreetings()).isZero();
    }

    @Test
    void nobody_asks_twice_without_an_answer_between() {
        assertThat(TalkChecker.read(talks).asksAgain()).isZero();
    }

    /** A checker that took any words for an answer would not notice that these were said to something else. */
    @Test
    void turns_from_other_talks_are_no_answers() {
        List<List<String>> mixed = new ArrayList<>();
        for (int talk = 0; talk < talks.size(); talk++) {
            List<String> turns = new ArrayList<>(talks.get(talk));
            List<String> other = talks.get((talk + 1) % talks.size());
            for (int turn = 1; turn < turns.size(); turn += 2) {
                turns.set(turn, other.get(turn % other.size()));
            }
            mixed.add(turns);
        }

        assertThat(TalkChecker.read(mixed).answeredShare()).isLessThan(.6);
    }

    /** The talk that made this necessary: nobody answered anything. */
    @Test
    void what_was_no_talk_is_counted_as_none() {
        TalkChecker counted = TalkChecker.read(List.of(List.of(
                "Hello, Sol. What makes you laugh?",
                "Hi there. Hello, Luna. How has your day been? Do you like tea?",
                "Who knows you best?",
                "Yes. I see it the same way.",
                "Hello again. What are you proud of?",
                "Exactly. You said what I was thinking.")));

        assertThat(counted.answeredShare()).isZero();
        assertThat(counted.lateGreetings()).isEqualTo(1);
        assertThat(counted.asksAgain()).isEqualTo(3);
    }

    /** What can be seen in any language: what follows a question does not ask first, and nobody asks twice in a turn. */
    @Test
    void in_the_other_languages_a_question_is_followed_by_something_that_is_told() {
        Pattern leadingQuestion = Pattern.compile("^[^.!?:]*\\?");
        for (String locale : OTHERS) {
            int questions = 0;
            int told = 0;
            for (List<String> turns : words(locale)) {
                for (int turn = 0; turn + 1 < turns.size(); turn++) {
                    if (turns.get(turn).contains("?")) {
                        questions++;
                        told += leadingQuestion.matcher(turns.get(turn + 1)).find() ? 0 : 1;
                    }
                }
            }

            assertThat(questions).as(locale).isGreaterThan(MANY);
            assertThat(told / (double) questions).as(locale).isGreaterThan(.95);
        }
    }
}
