package viva.llm.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceStreamTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 500})
    void sentences_come_out_whole_however_the_text_comes(int chunk) {
        assertThat(sentences(
                        "Hi there! I saw Dr. Silva, e.g. at 3.5 km… \"Really?\" she said.\nWell (yes).  Bye", chunk))
                .containsExactly(
                        "Hi there!",
                        "I saw Dr. Silva, e.g. at 3.5 km…",
                        "\"Really?\"",
                        "she said.",
                        "Well (yes).",
                        "Bye");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Am 3. Mai war ich da. Ja. | 2",
                "Das ist z.B. ein Test. | 1",
                "A Sra. Lima veio. Que bom! | 2",
                "J. K. wrote it. | 1",
                "It was me and I. Then she left. | 2",
                "What?! No way... Yes. | 3",
                "¿Qué tal? ¡Bien! | 2",
                "你好。再见！ | 2",
                "no end at all | 1"
            })
    void abbreviations_and_dates_end_no_sentence(String text, int count) {
        assertThat(sentences(text, 1)).hasSize(count);
    }

    @Test
    void a_sentence_is_whole_only_when_something_follows_it() {
        SentenceStream stream = new SentenceStream();

        assertThat(stream.feed("One.")).isEmpty();
        assertThat(stream.feed(" Two.")).containsExactly("One.");
        assertThat(stream.end()).isEqualTo("Two.");
    }

    @Test
    void a_sentence_without_an_end_is_cut_at_a_blank() {
        List<String> cut = sentences("word ".repeat(400), 50);

        assertThat(cut).allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(SentenceStream.LONGEST));
        assertThat(String.join(" ", cut)).isEqualTo("word ".repeat(400).strip());
    }

    private static List<String> sentences(String text, int chunk) {
        SentenceStream stream = new SentenceStream();
        List<String> sentences = new ArrayList<>();
        for (int from = 0; from < text.length(); from += chunk) {
            sentences.addAll(stream.feed(text.substring(from, Math.min(text.length(), from + chunk))));
        }
        String rest = stream.end();
        if (!rest.isEmpty()) {
            sentences.add(rest);
        }
        return sentences;
    }
}
