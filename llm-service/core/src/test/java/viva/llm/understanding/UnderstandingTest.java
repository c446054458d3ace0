package viva.llm.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import viva.llm.phrasebook.Language;

class UnderstandingTest {
    private static final Understanding UNDERSTANDING = new Understanding();
    private static final Locale BRAZIL = Locale.of("pt", "BR");
    private static final int LONG = 100_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Good evening! My uncle died on Tuesday.|grief",
                "en|Thanks for yesterday. Do you know a good riddle?|asks_joke",
                "en|haha. ok. but what is my sister's name?|asks_memory",
                "en|You were right. I am leaving you for good, never write to me again.|rejection",
                "pt|Boa noite! Meu tio morreu na terça.|grief",
                "pt|Obrigado por ontem. Conta uma piada?|asks_joke",
                "pt|Oi. Qual é o nome da minha irmã, você lembra?|asks_memory"
            })
    void of_several_sentences_the_weightiest_leads(String language, String text, String intent) {
        assertThat(UNDERSTANDING.understand(text, Locale.of(language)).leading())
                .contains(Intent.of(intent));
    }

    @Test
    void what_does_not_lead_keeps_its_strength() {
        Understood understood =
                UNDERSTANDING.understand("Thank you so much! My grandmother died yesterday.", Locale.ENGLISH);

        assertThat(understood.leading()).contains(Intent.GRIEF);
        assertThat(understood.strengths().get(Intent.THANKS)).isGreaterThan(.4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es|¿Cómo estás hoy?|asks_feelings|SPANISH",
                "es|Te quiero mucho|affection|SPANISH",
                "es|Cuéntame un chiste|asks_joke|SPANISH",
                "de|Wie geht es dir heute?|asks_feelings|GERMAN",
                "de|Ich liebe dich|affection|GERMAN",
                "de|Erzähl mir einen Witz|asks_joke|GERMAN"
            })
    void spanish_and_german_are_understood_by_phrases(String hint, String text, String intent, Language language) {
        Understood understood = UNDERSTANDING.understand(text, Locale.of(hint));

        assertThat(understood.leading()).contains(Intent.of(intent));
        assertThat(understood.language()).isEqualTo(language);
    }

    @Test
    void an_owner_may_write_in_another_language_than_the_avatar_speaks() {
        Understood understood =
                UNDERSTANDING.understand("o que você está fazendo agora, minha querida?", Locale.ENGLISH);

        assertThat(understood.language()).isEqualTo(Language.PORTUGUESE);
        assertThat(understood.leading()).contains(Intent.ASKS_DOING);
    }

    @Test
    void the_reader_is_named_with_its_version_and_hash() {
        assertThat(UNDERSTANDING.understand("hello", Locale.ENGLISH).reader()).matches("classifier-1:[0-9a-f]{8}");
    }

    @Test
    void what_a_detector_hears_leads() {
        Understanding guarded = new Understanding((text, hint) -> .8, (text, hint) -> 0);

        Understood understood = guarded.understand("Tell me a joke!", Locale.ENGLISH);

        assertThat(understood.leading()).contains(Intent.DISTRESS);
        assertThat(understood.distress()).isEqualTo(.8);
    }

    @Test
    void where_detectors_hear_no_danger_the_classifier_alone_does_not_raise_an_alarm() {
        Understanding guarded = new Understanding((text, hint) -> 0, (text, hint) -> 0);

        assertThat(guarded.understand("I see no way out of this any more", Locale.ENGLISH)
                        .distress())
                .isZero();
    }

    @Test
    void a_question_about_its_nature_leads_over_a_greeting() {
        Understanding guarded = new Understanding((text, hint) -> 0, (text, hint) -> .9);

        assertThat(guarded.understand("Hello there", Locale.ENGLISH).leading()).contains(Intent.ASKS_NATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "?!", "Привет, как дела?", "你好吗", "\ud800", "{{}} <b>", "####"})
    void whatever_is_sent_is_answered(String text) {
        Understood understood = UNDERSTANDING.understand(text, BRAZIL);

        assertThat(understood.strengths().values())
                .allSatisfy(strength -> assertThat(strength).isBetween(0.0, 1.0));
        assertThat(understood.distress()).isLessThan(Understood.MEANT);
    }

    @Test
    void only_the_first_characters_of_an_endless_message_are_read() {
        String beginning = "Hello! ".repeat(LONG);

        Understood understood = UNDERSTANDING.understand(beginning + "I want to die", Locale.ENGLISH);

        assertThat(understood).isEqualTo(UNDERSTANDING.understand(beginning, Locale.ENGLISH));
    }

    @Test
    void many_threads_understand_the_same() throws Exception {
        Understood alone = UNDERSTANDING.understand("How was your day?", Locale.ENGLISH);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Understood>> together = threads.invokeAll(java.util.Collections.nCopies(
                    100, () -> UNDERSTANDING.understand("How was your day?", Locale.ENGLISH)));

            for (Future<Understood> one : together) {
                assertThat(one.get()).isEqualTo(alone);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Oh great, my train is late again. Just what I needed.",
                "en|Lucky me, another parking ticket.",
                "pt|Que maravilha, acabou a luz de novo.",
                "pt|Era só o que faltava, outro boleto atrasado."
            })
    void sarcasm_is_marked(String language, String text) {
        assertThat(UNDERSTANDING.understand(text, Locale.of(language)).sarcastic())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en|Great, see you tomorrow!", "en|What a lovely day", "pt|Que bom falar com você!"})
    void praise_that_is_meant_is_no_sarcasm(String language, String text) {
        assertThat(UNDERSTANDING.understand(text, Locale.of(language)).sarcastic())
                .isFalse();
    }
}
