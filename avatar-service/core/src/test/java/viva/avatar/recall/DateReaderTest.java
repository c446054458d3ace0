package viva.avatar.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
    /** A Wednesday. */
    private static final Instant ASKED = Instant.parse("2023-10-18T15:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What did Ana do in May?|2023-05-01|2023-06-01",
                "Where was she in December?|2022-12-01|2023-01-01",
                "What happened in May 2022?|2022-05-01|2022-06-01",
                "What did she do on 7 May 2023?|2023-05-07|2023-05-08",
                "What did she do on May 7th?|2023-05-07|2023-05-08",
                "What did she do on the 3rd of November?|2022-11-03|2022-11-04",
                "Who called yesterday?|2023-10-17|2023-10-18",
                "Who called last night?|2023-10-17|2023-10-18",
                "What did I eat last week?|2023-10-09|2023-10-16",
                "What did I do last weekend?|2023-10-14|2023-10-16",
                "What did I read last month?|2023-09-01|2023-10-01",
                "Where did I go last year?|2022-01-01|2023-01-01",
                "Where did I go in 2021?|2021-01-01|2022-01-01",
                "What did I do two days ago?|2023-10-16|2023-10-17",
                "What did I do a week ago?|2023-10-09|2023-10-16",
                "What did I do last Friday?|2023-10-13|2023-10-14",
                "What happened on 2023-07-04?|2023-07-04|2023-07-05",
                "O que fiz em maio?|2023-05-01|2023-06-01",
                "O que fiz em março de 2022?|2022-03-01|2022-04-01",
                "O que fiz no dia 8 de maio de 2023?|2023-05-08|2023-05-09",
                "O que comi na semana passada?|2023-10-09|2023-10-16",
                "Quem ligou ontem?|2023-10-17|2023-10-18",
                "Onde fui no mês passado?|2023-09-01|2023-10-01",
                "Onde fui no ano passado?|2022-01-01|2023-01-01",
                "O que fiz há dois dias?|2023-10-16|2023-10-17",
                "O que fiz duas semanas atrás?|2023-10-02|2023-10-09",
                "O que fiz na sexta-feira passada?|2023-10-13|2023-10-14"
            })
    void days_that_a_question_names_are_read(String question, String from, String to) {
        assertThat(DateReader.read(question, ASKED))
                .contains(new DateSpan(Instant.parse(from + "T00:00:00Z"), Instant.parse(to + "T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What may I drink?",
                "Who is Marco?",
                "How many of them march?",
                "What is April's dog called?",
                "On 31 June?",
                "Who is out?",
                "Quem mora na rua dez?"
            })
    void other_words_are_no_dates(String question) {
        assertThat(DateReader.read(question, ASKED)).isEmpty();
    }

    @Test
    void what_was_told_soon_after_the_day_fits_half() {
        DateSpan day = DateReader.read("on 7 May 2023", ASKED).orElseThrow();

        assertThat(day.fit(Instant.parse("2023-05-07T13:00:00Z"))).isEqualTo(1);
        assertThat(day.fit(Instant.parse("2023-05-08T13:00:00Z"))).isEqualTo(.5);
        assertThat(day.fit(Instant.parse("2023-05-06T13:00:00Z"))).isZero();
        assertThat(day.fit(Instant.parse("2023-05-12T13:00:00Z"))).isZero();
    }
}
