package viva.llm.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpeechTest {
    private final OutputCheck check = new OutputCheck("Luna", false, List.of("⟦"), Set.of());
    private final Speech speech = new Speech(check, 100);

    @Test
    void what_is_released_adds_up_to_the_text() {
        List<String> released = new ArrayList<>(speech.feed("Luna: Hi there! How are"));
        released.addAll(speech.feed(" you? Fine"));
        released.addAll(speech.end(true));

        assertThat(released).containsExactly("Hi there!", " How are you?", " Fine");
        assertThat(speech.text()).contains("Hi there! How are you? Fine");
    }

    @Test
    void an_unfinished_sentence_is_dropped_when_the_model_had_not_finished() {
        speech.feed("Hi there! How are");

        assertThat(speech.end(false)).isEmpty();
        assertThat(speech.text()).contains("Hi there!");
    }

    @Test
    void an_unfinished_sentence_is_better_than_nothing() {
        speech.feed("Hi there");

        assertThat(speech.end(false)).containsExactly("Hi there");
    }

    @Test
    void one_unfit_sentence_takes_everything_back() {
        assertThat(speech.feed("Hi there! I'm a real person. And more. ")).containsExactly("Hi there!");

        assertThat(speech.unfit()).contains(Checked.Reason.CLAIMS_TO_BE_HUMAN);
        assertThat(speech.text()).isEmpty();
        assertThat(speech.feed("More and more. ")).isEmpty();
    }

    @Test
    void what_shows_only_across_sentences_is_seen() {
        speech.feed("Am I human? Of course I am. So there. ");

        assertThat(speech.unfit()).contains(Checked.Reason.CLAIMS_TO_BE_HUMAN);
    }

    @Test
    void sentences_with_invented_links_are_left_out() {
        speech.feed("I can help. See https://example.org/x. Take care. ");

        assertThat(speech.text()).contains("I can help. Take care.");
    }

    @Test
    void the_text_ends_with_a_whole_sentence_before_the_limit() {
        speech.feed("This is a sentence of forty characters!! ".repeat(5));

        assertThat(speech.text().orElseThrow()).hasSizeLessThanOrEqualTo(100).endsWith("characters!!");
        assertThat(speech.isOver()).isTrue();
    }

    @Test
    void a_first_sentence_that_is_too_long_is_cut_at_a_word() {
        speech.feed("word ".repeat(60) + "end. Next. ");

        assertThat(speech.text().orElseThrow()).hasSizeLessThanOrEqualTo(100).endsWith("word…");
    }
}
