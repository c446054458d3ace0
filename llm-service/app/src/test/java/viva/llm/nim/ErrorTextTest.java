package viva.llm.nim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTextTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"detail\":\"d\",\"error\":\"e\",\"title\":\"t\"} | d",
                "{\"error\":\"e\",\"title\":\"t\"} | e",
                "{\"error\":{\"message\":\"m\",\"code\":7}} | m",
                "{\"title\":\"t\"} | t",
                "{\"object\":\"error\",\"message\":\"m\"} | m",
                "{\"other\":1} | ''",
                "<html>Bad gateway</html> | ''",
                "'' | ''"
            })
    void the_explanation_is_read_in_the_order_in_which_servers_give_it(String body, String text) {
        assertThat(ErrorText.of(body)).isEqualTo(text);
    }

    @Test
    void what_was_sent_is_not_quoted() {
        String body =
                "{\"detail\":[{\"loc\":[\"body\",\"top_p\"],\"msg\":\"extra field\",\"input\":\"my secret words\"}]}";

        assertThat(ErrorText.of(body)).contains("top_p").contains("extra field").doesNotContain("secret words");
    }

    @Test
    void keys_are_hidden_and_long_texts_cut() {
        assertThat(ErrorText.harmless("Incorrect key nvapi-AbC123 (Bearer xyz)\n\u001b[31m"))
                .isEqualTo("Incorrect key *** (***  [31m".replace("***  [", "*** ["));
        assertThat(ErrorText.harmless("word ".repeat(100))).hasSizeLessThanOrEqualTo(161);
        assertThat(ErrorText.harmless("x".repeat(40))).isEqualTo("***");
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "0, 0", "'Sun, 29 Nov 2026 10:01:30 GMT', 90", "'Sun, 29 Nov 2026 09:00:00 GMT', 0"})
    void a_retry_after_is_seconds_or_a_date(String header, long seconds) {
        assertThat(RetryAfter.of(header, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"soon", "-3", "99999999999999999999", "''"})
    void a_retry_after_that_makes_no_sense_is_none(String header) {
        assertThat(RetryAfter.of(header, NOW)).isEqualTo(Optional.empty());
    }
}
