package viva.llm.nim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NimAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://integrate.api.nvidia.com/v1, https://integrate.api.nvidia.com:443/v1",
        "'  https://integrate.api.nvidia.com/v1/\n', https://integrate.api.nvidia.com:443/v1",
        "http://localhost:11434/v1///, http://localhost:11434/v1",
        "http://localhost:8000, http://localhost:8000",
        "HTTPS://Models.example/some/path/v1/, https://Models.example:443/some/path/v1",
        "http://[::1]:8000/v1, http://[::1]:8000/v1"
    })
    void a_path_is_kept_and_a_slash_at_its_end_is_not(String written, String meant) {
        assertThat(NimAddress.parse(written)).hasToString(meant);
    }

    @Test
    void resources_hang_below_the_path() {
        assertThat(((NimAddress.At) NimAddress.parse("http://h/a/v1/")).of("models"))
                .isEqualTo("/a/v1/models");
        assertThat(((NimAddress.At) NimAddress.parse("http://h")).of("models")).isEqualTo("/models");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "integrate.api.nvidia.com/v1",
                "localhost:8000",
                "ftp://h/v1",
                "",
                "http://",
                "http://a b",
                "https://u:p@h/v1",
                "https://h/v1?key=secret"
            })
    void what_cannot_be_used_is_refused_with_one_sentence_that_does_not_repeat_it(String written) {
        NimAddress address = NimAddress.parse(written);

        assertThat(address).isInstanceOf(NimAddress.Malformed.class);
        String sentence = ((NimAddress.Malformed) address).sentence();
        assertThat(sentence)
                .startsWith("NIM_BASE_URL ")
                .doesNotContain("\n")
                .doesNotContain("secret")
                .doesNotContain("u:p");
    }

    @Test
    void a_key_loses_blanks_and_line_ends_and_is_never_shown() {
        ApiKey key = ApiKey.of("  nvapi-abc\ndef\r\n\u00a0").orElseThrow();

        assertThat(key.authorization()).isEqualTo("Bearer nvapi-abcdef");
        assertThat(key).hasToString("***");
        assertThat(ApiKey.of(" \n ")).isEmpty();
    }
}
