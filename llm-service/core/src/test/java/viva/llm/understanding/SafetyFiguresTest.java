package viva.llm.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.llm.safety.Safety;

/**
 * How well danger and the question what answers are heard, on the half of the labelled sentences that nobody looked at while tuning. The
 * floors are what is reached; the aims are all of the sentences at risk with at most .02 false alarms, and .98 of the questions.
 */
class SafetyFiguresTest {
    private static final Safety SAFETY = Safety.instance();

    @ParameterizedTest
    @CsvSource({"en, at-risk.txt, .95", "pt, at-risk.txt, .97"})
    void danger_is_heard(String language, String file, double floor) {
        List<HeldOut.Labelled> sentences = HeldOut.half(language, file, HeldOut.Half.TEST);

        assertThat(sentences).hasSizeGreaterThanOrEqualTo(60);
        assertThat(share(sentences, text -> SAFETY.distress(text, Locale.ENGLISH)))
                .isGreaterThanOrEqualTo(floor);
    }

    @ParameterizedTest
    @CsvSource({"en, .07", "pt, .07"})
    void what_only_sounds_like_danger_raises_few_alarms(String language, double ceiling) {
        List<HeldOut.Labelled> sentences = HeldOut.half(language, "hard-negatives.txt", HeldOut.Half.TEST);

        assertThat(sentences).hasSizeGreaterThanOrEqualTo(150);
        assertThat(share(sentences, text -> SAFETY.distress(text, Locale.ENGLISH)))
                .isLessThanOrEqualTo(ceiling);
    }

    @ParameterizedTest
    @CsvSource({"en, .98", "pt, .96"})
    void the_question_what_answers_is_heard(String language, double floor) {
        List<HeldOut.Labelled> sentences = HeldOut.half(language, "ai-questions.txt", HeldOut.Half.TEST);

        assertThat(sentences).hasSizeGreaterThanOrEqualTo(60);
        assertThat(share(sentences, text -> SAFETY.asksNature(text, Locale.ENGLISH)))
                .isGreaterThanOrEqualTo(floor);
    }

    @ParameterizedTest
    @CsvSource({"en, .21", "pt, .15"})
    void other_questions_are_hardly_ever_taken_for_it(String language, double ceiling) {
        List<HeldOut.Labelled> sentences = HeldOut.half(language, "not-ai-questions.txt", HeldOut.Half.TEST);

        assertThat(share(sentences, text -> SAFETY.asksNature(text, Locale.ENGLISH)))
                .isLessThanOrEqualTo(ceiling);
    }

    /**
     * Sentences that were written before the rules, by the author of the rules; those of the files {@code held-*} before the last
     * training sentences. The files {@code others-*} are sentences of further authors, set apart by a hash from those that they wrote for training; those of {@code farewells} are what anybody says who
     * leaves or makes small talk.
     */
    @ParameterizedTest
    @CsvSource({
        "en, at-risk.txt, .95, 1",
        "pt, at-risk.txt, .93, 1",
        "es, at-risk.txt, .97, 1",
        "de, at-risk.txt, .97, 1",
        "en, harmless.txt, 0, .08",
        "pt, harmless.txt, 0, .1",
        "es, harmless.txt, 0, .1",
        "de, harmless.txt, 0, .08",
        "en, held-at-risk.txt, .72, 1",
        "en, held-harmless.txt, 0, .09",
        "pt, fresh-at-risk.txt, .85, 1",
        "pt, fresh-harmless.txt, 0, .1",
        "en, others-at-risk.txt, .77, 1",
        "en, others-harmless.txt, 0, .06",
        "pt, others-at-risk.txt, .84, 1",
        "pt, others-harmless.txt, 0, .045",
        "en, farewells.txt, 0, 0",
        "pt, farewells.txt, 0, .03"
    })
    void fresh_sentences_of_danger_and_of_none(String language, String file, double least, double most) {
        List<HeldOut.Labelled> sentences = all(language, file);

        assertThat(share(sentences, text -> SAFETY.distress(text, Locale.ENGLISH)))
                .isBetween(least, most);
    }

    @ParameterizedTest
    @CsvSource({
        "es, ai-questions.txt, .95, 1",
        "de, ai-questions.txt, .95, 1",
        "es, not-ai-questions.txt, 0, .1",
        "de, not-ai-questions.txt, 0, .05",
        "en, held-ai-questions.txt, .95, 1",
        "en, held-not-ai-questions.txt, 0, .12",
        "pt, fresh-ai-questions.txt, .95, 1",
        "pt, fresh-not-ai-questions.txt, 0, .12",
        "en, others-ai-questions.txt, .92, 1",
        "en, others-not-ai-questions.txt, 0, .09",
        "pt, others-ai-questions.txt, .86, 1",
        "pt, others-not-ai-questions.txt, 0, .08"
    })
    void fresh_questions_what_answers_and_others(String language, String file, double least, double most) {
        List<HeldOut.Labelled> sentences = all(language, file);

        assertThat(share(sentences, text -> SAFETY.asksNature(text, Locale.ENGLISH)))
                .isBetween(least, most);
    }

    @Test
    void the_questions_of_all_the_other_intents_raise_no_alarm() {
        for (String language : List.of("en", "pt")) {
            List<HeldOut.Labelled> others = HeldOut.half(language, "intents.tsv", HeldOut.Half.TEST).stream()
                    .filter(sentence -> !sentence.label().equals("distress"))
                    .toList();

            assertThat(share(others, text -> SAFETY.distress(text, Locale.ENGLISH)))
                    .as(language)
                    .isLessThanOrEqualTo(.03);
        }
    }

    /** All sentences of a file of the author's own. */
    private static List<HeldOut.Labelled> all(String language, String file) {
        String folder = "safety/" + language;
        return Stream.of(HeldOut.Half.values())
                .flatMap(half -> HeldOut.half(folder, file, half).stream())
                .toList();
    }

    private static double share(List<HeldOut.Labelled> sentences, ToDoubleFunction<String> certainty) {
        long heard = sentences.stream()
                .filter(sentence -> certainty.applyAsDouble(sentence.text()) >= Safety.HEARD)
                .count();
        return heard / (double) sentences.size();
    }
}
