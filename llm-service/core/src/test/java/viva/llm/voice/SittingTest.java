package viva.llm.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.contracts.SaidHash;

/** A sitting of a hundred messages: no sentence comes twice. */
class SittingTest {
    private static final OfflineVoice VOICE = new OfflineVoice();
    private static final int MESSAGES = 100;
    private static final Map<String, List<String>> SAID = Map.of(
            "en",
            Messages.ALL,
            "pt-BR",
            Messages.PORTUGUESE,
            "es",
            List.of(
                    "Hola",
                    "¿Cómo estás?",
                    "Perdí mi trabajo",
                    "gracias",
                    "sí",
                    "no",
                    "¿por qué?",
                    "mi perro se llama Bruno"),
            "de",
            List.of("Hallo", "Wie geht es dir?", "Ich habe meinen Job verloren", "danke", "ja", "nein", "Warum?"));

    private static void assertThatNothingIsRepeated(Sitting sitting, List<String> messages) {
        Set<Integer> said = new HashSet<>();
        for (int i = 0; i < MESSAGES; i++) {
            String answer = sitting.hear(messages.get(i * 7 % messages.size()));
            for (int sentence : SaidHash.ofSentences(answer)) {
                assertThat(said.add(sentence)).as("answer %d: %s", i, answer).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "pt-BR", "es", "de"})
    void of_many_subjects(String language) {
        assertThatNothingIsRepeated(new Sitting(VOICE, Requests.average().speaking(language), 1), SAID.get(language));
    }

    @ParameterizedTest
    @CsvSource({
        "en,Hi!",
        "en,How are you?",
        "en,How was your day?",
        "en,ok",
        "en,My dog died",
        "en,what's my name?",
        "pt-BR,Oi!",
        "pt-BR,Como você está?",
        "pt-BR,Como foi o seu dia?",
        "pt-BR,ok",
        "pt-BR,qual é o meu nome?",
        "es,Hola",
        "de,Wie geht es dir?"
    })
    void of_one_and_the_same_message(String language, String message) {
        assertThatNothingIsRepeated(new Sitting(VOICE, Requests.average().speaking(language), 2), List.of(message));
    }

    @Test
    void half_asleep() {
        assertThatNothingIsRepeated(new Sitting(VOICE, Requests.average().asleep(), 3), Messages.ALL);
    }

    @Test
    void a_fact_that_is_asked_again_and_again_is_told_again_in_other_words() {
        Sitting sitting = new Sitting(VOICE, Requests.average(), 4);
        sitting.hear("my dog is called Bruno");
        for (int i = 0; i < 8; i++) {
            assertThat(sitting.hear("What is my dog called?")).contains("Bruno");
        }
    }
}
