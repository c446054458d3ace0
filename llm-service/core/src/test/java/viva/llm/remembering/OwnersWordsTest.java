package viva.llm.remembering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnersWordsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
    private static final OwnersWords WORDS = new OwnersWords();

    @Test
    void a_fact_is_found_in_the_language_in_which_it_was_told() {
        assertThat(WORDS.facts("Meu cachorro se chama Bruno e ele é muito fofo", Locale.ENGLISH, TODAY, List.of()))
                .extracting(OwnersWords.Worth::gist)
                .containsExactly("O cachorro da minha pessoa se chama Bruno");
    }

    @Test
    void what_only_repeats_a_memory_is_not_formed_again() {
        String memory = WORDS.facts("My dog is called Bruno", Locale.ENGLISH, TODAY, List.of())
                .getFirst()
                .content();

        assertThat(WORDS.facts("Yes, my dog is called Bruno!", Locale.ENGLISH, TODAY, List.of(memory)))
                .isEmpty();
        assertThat(WORDS.facts("My dog is called Rex", Locale.ENGLISH, TODAY, List.of(memory)))
                .hasSize(1);
    }

    @Test
    void what_may_not_be_said_again_is_no_fact() {
        assertThat(WORDS.facts("I live in Porto and I want to kill myself", Locale.ENGLISH, TODAY, List.of()))
                .isEmpty();
    }

    @Test
    void a_chat_is_remembered_by_its_weightiest_lines() {
        OwnersWords.Worth chat = WORDS.chat(
                        List.of(
                                "hi",
                                "I got the promotion that I was hoping for!",
                                "what do you think?",
                                "ok",
                                "The new office is near the river, and I start in May."),
                        Locale.ENGLISH)
                .orElseThrow();

        assertThat(chat.content()).contains("“I got the promotion that I was hoping for!”", "near the river");
        assertThat(chat.content()).doesNotContain("what do you think");
        assertThat(chat.gist()).startsWith("A talk with my owner");
    }

    @Test
    void a_chat_does_not_quote_facts_which_may_be_superseded() {
        OwnersWords.Worth chat = WORDS.chat(
                        List.of(
                                "I live in Porto with all of my books and my old piano",
                                "The river was so beautiful today"),
                        Locale.ENGLISH)
                .orElseThrow();

        assertThat(chat.content())
                .contains("“The river was so beautiful today”")
                .doesNotContain("I live in Porto");
    }

    @Test
    void small_talk_is_not_remembered() {
        assertThat(WORDS.chat(List.of("hi", "how are you?", "lol", "bye"), Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void words_said_in_distress_are_never_quoted() {
        OwnersWords.Worth chat = WORDS.chat(
                        List.of(
                                "I want to kill myself, nobody would miss me",
                                "I planted tomatoes on my balcony today"),
                        Locale.ENGLISH)
                .orElseThrow();

        assertThat(chat.moving()).isTrue();
        assertThat(chat.content()).doesNotContain("kill", "miss", "tomatoes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "forget what I told you about my dog|my dog",
                "Please forget everything I told you about Bruno.|Bruno",
                "Can you forget what I said about my new job, please?|my new job",
                "delete everything you know about my sister|my sister",
                "Esquece o que eu te contei sobre o Bruno|o Bruno",
                "por favor, esqueça tudo que eu disse sobre meu trabalho!|meu trabalho"
            })
    void a_wish_to_forget_names_its_subject(String message, String about) {
        assertThat(WORDS.toForget(message)).contains(about);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forget it",
                "don't forget what I told you about my dog",
                "did you forget what I told you about my dog?",
                "I will never forget what you told me",
                "forget about that",
                "não esqueça o que eu disse sobre o Bruno"
            })
    void what_is_no_wish_to_forget_is_none(String message) {
        assertThat(WORDS.toForget(message)).isEmpty();
    }

    @Test
    void a_yes_is_told_from_a_no() {
        assertThat(List.of("yes", "Yes, please do.", "sure", "sim", "pode esquecer"))
                .allMatch(WORDS::affirms);
        assertThat(List.of("no", "No, wait", "yes... no, don't", "não", "maybe", "what?"))
                .noneMatch(WORDS::affirms);
        assertThat(List.of("no", "never mind", "não, deixa")).allMatch(WORDS::denies);
    }

    @Test
    void a_text_speaks_of_what_it_names() {
        assertThat(WORDS.speaksOf("My dog is called Bruno", "my dog")).isTrue();
        assertThat(WORDS.speaksOf("Bruno is called Bruno", "my dog Bruno")).isTrue();
        assertThat(WORDS.speaksOf("meu cachorro se chama Bruno", "o meu cachorro"))
                .isTrue();
        assertThat(WORDS.speaksOf("I live in Porto", "my dog")).isFalse();
    }
}
