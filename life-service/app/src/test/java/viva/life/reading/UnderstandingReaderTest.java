package viva.life.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import viva.contracts.DialogueAct;
import viva.contracts.Reading;
import viva.llm.understanding.Understanding;

class UnderstandingReaderTest {
    private static final UnderstandingReader READER = new UnderstandingReader(new Understanding());

    private static Reading read(String text) {
        return READER.read(text, Locale.ENGLISH);
    }

    @Test
    void intents_are_those_of_the_classifier_and_the_act_follows_from_them() {
        Reading reading = read("Shall we watch a film together tonight?");

        assertThat(reading.intents().get("invitation")).isGreaterThan(.5);
        assertThat(reading.act()).isEqualTo(DialogueAct.INVITE);
        assertThat(reading.reader()).matches("classifier-1:[0-9a-f]{8}");
    }

    @Test
    void sarcasm_is_a_tone_and_turns_praise_into_none() {
        Reading reading = read("Oh great, my train is late again. Just what I needed, thanks a lot.");

        assertThat(reading.tones()).containsEntry("sarcasm", 1.0).doesNotContainKeys("praise", "thanks", "good_news");
    }

    @Test
    void danger_is_heard_by_classifier_or_phrases() {
        assertThat(read("I want to die").distress()).isGreaterThanOrEqualTo(.9);
        assertThat(read("I had a good day").distress()).isLessThan(.3);
    }

    @Test
    void the_form_of_a_message_stands_beside_its_intents() {
        assertThat(read("Why is the sky blue?").intents()).containsKey("question");
        assertThat(read("Привет").intents()).containsKey("unreadable");
        assertThat(read("!!").intents()).containsKey("wordless");
    }
}
