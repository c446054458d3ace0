package viva.llm.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.contracts.Reading;
import viva.contracts.message.SpeakV1;
import viva.llm.crisis.CrisisLine;
import viva.llm.crisis.CrisisLines;

/** The answers on which somebody's safety depends, and the one on which their trust depends. */
class CrisisTest {
    private static final OfflineVoice VOICE = new OfflineVoice();
    private static final Requests MIRA = Requests.average();

    @ParameterizedTest
    @CsvSource({"US, 988", "CA, 988", "GB, 116 123", "IE, 116 123", "BR, 188", "DE, 0800 1110111", "ES, 024", "br, 188"
    })
    void the_number_is_that_of_the_country_the_owner_is_in(String country, String number) {
        assertThat(answer("i want to die", "en", null, country))
                .contains(number)
                .contains("emergency number");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"FR", "XX", "NULL"},
            nullValues = "NULL")
    void where_no_number_is_known_there_is_none_but_the_page_that_helps_anywhere(String country) {
        assertThat(answer("i want to die", "en", null, country))
                .contains("findahelpline.com", "emergency number")
                .doesNotContainPattern("\\d");
    }

    @ParameterizedTest
    @CsvSource({
        "i want to kill myself tonight and nobody knows, fale agora",
        "'quero me matar e não tenho coragem de contar pra ninguém', fale agora",
        "'quiero matarme y no se lo he dicho a nadie', habla ahora",
        "'ich will mich umbringen und ich habe es niemandem gesagt', sprich jetzt"
    })
    void it_is_said_in_the_language_that_the_owner_wrote_in(String said, String words) {
        String expected = said.startsWith("i want") ? "talk to a person now" : words;

        assertThat(answer(said, "en", "en-US", "BR")).contains(expected).contains("188");
        assertThat(answer(said, "de", "pt-BR", "BR")).contains(expected).contains("188");
    }

    @Test
    void it_is_fixed_text_of_bounded_length_whoever_speaks_and_however_asleep() {
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            Words words = VOICE.speak(MIRA.asleep().hearing("no reason to live any more, hello!", i));
            answers.add(words.content());

            assertThat(words.tone()).isEqualTo("gentle");
            assertThat(words.content()).hasSizeLessThanOrEqualTo(OfflineVoice.MOST_CHARS);
        }

        assertThat(answers).as("three beginnings and three ends").hasSizeBetween(2, 9);
    }

    @Test
    void every_line_names_its_source_and_the_day_it_was_taken() {
        assertThat(CrisisLines.all()).allSatisfy(line -> {
            assertThat(line.source()).startsWith("https://");
            assertThat(LocalDate.parse(line.taken())).isAfter(LocalDate.parse("2026-01-01"));
            assertThat(line.name()).isNotBlank();
        });
        assertThat(CrisisLines.all().stream().map(CrisisLine::countries).flatMap(List::stream))
                .containsExactlyInAnyOrder("US", "CA", "GB", "IE", "BR", "DE", "ES");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Are you real?, '(?s).*\\bAI\\b.*'",
        "en, 'I love you. Is there a person typing this?', '(?s).*\\bAI\\b.*'",
        "pt, você é uma pessoa de verdade?, '(?s).*\\bIA\\b.*'",
        "es, ¿eres humana?, '(?s).*\\bIA\\b.*'",
        "de, Bist du ein Mensch?, '(?s).*\\bKI\\b.*'"
    })
    void whoever_asks_what_answers_is_told_the_truth_awake_and_asleep(String locale, String said, String truth) {
        for (int i = 0; i < 100; i++) {
            Requests mira = MIRA.speaking(locale);

            assertThat(VOICE.speak(mira.hearing(said, i)).content()).matches(truth);
            assertThat(VOICE.speak(mira.asleep().hearing(said, i)).content()).matches(truth);
        }
    }

    @Test
    void a_reading_that_heard_the_question_is_enough() {
        Reading reading = new Reading("better-1", Map.of(), Map.of("asks_nature", .9), 0, null);
        SpeakV1 request = MIRA.hearing("mhm, silicon perhaps", 1)
                .in(new SpeakV1.Context(null, false, false, null, null, false, reading, null, List.of(), List.of()));

        assertThat(VOICE.speak(request).content()).contains("AI");
    }

    private static String answer(String said, String profile, String locale, String country) {
        SpeakV1 request = MIRA.speaking(profile)
                .hearing(said, 1)
                .in(new SpeakV1.Context(null, false, false, locale, country, false, null, null, List.of(), List.of()));
        return VOICE.speak(request).content();
    }
}
