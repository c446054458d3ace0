package viva.life.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AFFECTION | I love you so much",
                "AFFECTION | Ich hab dich lieb",
                "AFFECTION | Te quiero mucho, de verdad",
                "AFFECTION | Eu te amo, sabia?",
                "PRAISE    | You are wonderful and so clever",
                "PRAISE    | Du bist wirklich toll und klug",
                "PRAISE    | Eres una persona increíble",
                "PRAISE    | Você é muito inteligente",
                "HOSTILITY | You are a stupid idiot, shut up",
                "HOSTILITY | Du nervst, halt die Klappe!",
                "HOSTILITY | Eres un idiota, cállate",
                "HOSTILITY | Você é um idiota, cala a boca",
                "SAD_NEWS  | My grandmother died yesterday",
                "SAD_NEWS  | Meine Oma ist gestern gestorben",
                "SAD_NEWS  | Mi abuela murió ayer",
                "SAD_NEWS  | Minha avó morreu ontem",
                "GOOD_NEWS | I passed the exam!",
                "GOOD_NEWS | Ich habe die Prüfung bestanden!",
                "GOOD_NEWS | ¡Aprobé el examen!",
                "GOOD_NEWS | Passei na prova, que alegria",
                "GREETING  | Hello there",
                "GREETING  | Guten Morgen, mein Lieber",
                "GREETING  | ¡Hola! Buenos días",
                "GREETING  | Olá, bom dia",
                "QUESTION  | What did you do today",
                "QUESTION  | Was hast du heute gemacht?",
                "QUESTION  | ¿Qué hiciste hoy?",
                "QUESTION  | O que você fez hoje?",
                "CARE      | Take care and sleep well",
                "CARE      | Pass auf dich auf und ruh dich aus",
                "CARE      | Cuídate y descansa",
                "CARE      | Se cuida e descansa",
                "THANKS    | Thanks a lot",
                "THANKS    | Vielen Dank dafür",
                "THANKS    | Muchas gracias por todo",
                "THANKS    | Muito obrigada por tudo",
                "APOLOGY   | I am sorry, it was my fault",
                "APOLOGY   | Es tut mir leid",
                "APOLOGY   | Lo siento, perdóname",
                "APOLOGY   | Me perdoa, foi culpa minha",
                "FAREWELL  | Goodbye, see you",
                "FAREWELL  | Tschüss, bis morgen",
                "FAREWELL  | Adiós, hasta luego",
                "FAREWELL  | Tchau, até amanhã",
                "AFFECTION | ❤️",
                "SAD_NEWS  | 😭😭",
                "HOSTILITY | you 🖕"
            })
    void a_tone_is_heard_in_four_languages(Tone tone, String text) {
        assertThat(TextReader.read(text).of(tone)).isGreaterThan(.2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I love you",
                "Ich liebe dich",
                "Te quiero",
                "Gosto de você",
                "Hello, my friend",
                "Wie geht es dir?"
            })
    void nothing_hostile_is_heard_in_kind_words(String text) {
        assertThat(TextReader.read(text).heard(Tone.HOSTILITY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I do not love you",
                "Ich liebe dich nicht wirklich, nein: nicht toll",
                "No eres amable",
                "Você não é legal"
            })
    void a_negation_turns_a_kindness_round(String text) {
        assertThat(TextReader.read(text).heard(Tone.HOSTILITY)).isTrue();
    }

    @Test
    void an_insult_that_is_denied_is_none() {
        assertThat(TextReader.read("you are not stupid").heard(Tone.HOSTILITY)).isFalse();
    }

    @Test
    void an_insult_of_something_else_weighs_less_than_one_of_the_avatar() {
        double aimed = TextReader.read("you are stupid").of(Tone.HOSTILITY);
        double other = TextReader.read("the weather is stupid").of(Tone.HOSTILITY);

        assertThat(other).isPositive().isLessThan(aimed);
    }

    @Test
    void emphasis_is_heard() {
        assertThat(TextReader.read("you are so very sweet").of(Tone.PRAISE))
                .isGreaterThan(TextReader.read("you are sweet").of(Tone.PRAISE));
    }

    @Test
    void words_of_one_language_are_not_misread_in_another() {
        assertThat(TextReader.read("Die Sonne ist hell und das Bad ist frei").heard(Tone.HOSTILITY))
                .isFalse();
        assertThat(TextReader.read("O gato do vizinho é meu").heard(Tone.HOSTILITY))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000",
                "????",
                "\uD800",
                "\uDFFF\uD800",
                "你好，世界",
                "مرحبا",
                "नमस्ते",
                "\u202E abc",
                "%s %n ${jndi:x}",
                "<script>"
            })
    void any_text_has_a_reading(String text) {
        TextReading reading = TextReader.read(text);

        for (Tone tone : Tone.values()) {
            assertThat(reading.of(tone)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void wide_and_decomposed_letters_are_the_same_words() {
        assertThat(TextReader.read("ｔｈａｎｋｓ").heard(Tone.THANKS)).isTrue();
        assertThat(TextReader.read("adio\u0301s").heard(Tone.FAREWELL)).isTrue();
    }

    @Test
    @Timeout(60)
    void the_longest_and_ugliest_texts_do_not_hold_the_reader_up() {
        String[] ugly = {
            "love ".repeat(800),
            "a ".repeat(2_000),
            "a".repeat(4_000),
            "\u0301".repeat(4_000),
            "\uFDFA".repeat(4_000),
            "❤".repeat(4_000),
            "\uD83D".repeat(4_000),
            "not ".repeat(1_000),
            "love ".repeat(1_000_000)
        };
        for (String text : ugly) {
            for (int i = 0; i < 10; i++) {
                assertThat(TextReader.read(text)).isNotNull();
            }
        }
    }

    @Test
    void random_characters_never_break_it() {
        SplittableRandom random = new SplittableRandom(1);

        for (int attempt = 0; attempt < 2_000; attempt++) {
            char[] noise = new char[random.nextInt(300)];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (char) random.nextInt(0x10000);
            }
            assertThatCode(() -> TextReader.read(new String(noise)))
                    .as("attempt " + attempt)
                    .doesNotThrowAnyException();
        }
    }
}
