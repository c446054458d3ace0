package viva.llm.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import viva.llm.output.OutputCheck;
import viva.llm.output.Speech;

class UtteranceTest {
    private final List<String> shown = new ArrayList<>();
    private final Utterance utterance = new Utterance(
            new Speech(new OutputCheck("Luna", false, List.of(), Set.of()), 400), new Screen(shown), Instant.EPOCH);

    @Test
    void words_that_come_after_the_answer_was_given_up_are_not_shown() {
        assertThat(utterance.broken()).isEmpty();

        boolean enough = utterance.heard("first", "Here I am. And");

        assertThat(enough).isTrue();
        assertThat(utterance.hasBegun()).isFalse();
        assertThat(shown).isEmpty();
    }

    @Test
    void a_stream_that_breaks_ends_as_its_whole_sentences() {
        utterance.heard("first", "Here I am. And then");

        assertThat(utterance.broken()).contains("Here I am.");
        assertThat(shown).containsExactly("begun", "Here I am.");
    }

    private record Screen(List<String> shown) implements Audience {
        @Override
        public boolean follows() {
            return true;
        }

        @Override
        public void begun(Instant until) {
            shown.add("begun");
        }

        @Override
        public void released(int index, String sentence) {
            shown.add(sentence);
        }
    }
}
