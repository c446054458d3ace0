package viva.society;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalksCommandTest {
    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    @Test
    void a_page_is_written_in_the_language_that_was_asked_for() throws Exception {
        Path page = folder.resolve("page.md");

        int code = talks("--count", "3", "--seed", "4", "--locale", "de", "--out", page.toString());

        assertThat(code).isZero();
        assertThat(said.toString()).startsWith("3 conversations in ");
        assertThat(Files.readString(page))
                .contains("## 3. ")
                .doesNotContain("## 4. ")
                .contains("ich");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--count 0|must be in [1,10000]: count = 0",
                "--count 10001|must be in [1,10000]: count = 10001",
                "--seed x|Invalid value for option '--seed': 'x' is not a long"
            })
    void options_that_make_no_sense_are_answered_in_one_line(String options, String message) {
        assertThat(talks(options.split(" ", -1))).isEqualTo(2);
        assertThat(complained.toString()).isEqualTo("viva talks: " + message + System.lineSeparator());
    }

    private int talks(String... options) {
        return Talks.run(new PrintWriter(said, true), new PrintWriter(complained, true), options);
    }
}
