package viva.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageContentTest {
    @Test
    void content_is_trimmed_and_its_line_breaks_are_made_one_kind() {
        assertThat(new MessageContent("  a\r\nb\t ").text()).isEqualTo("a\nb");
    }

    @Test
    void content_has_1_to_4000_characters() {
        assertThat(new MessageContent("x".repeat(4_000)).text()).hasSize(4_000);
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageContent("x".repeat(4_001)));
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageContent(" \n "));
    }

    @Test
    void what_cannot_be_stored_or_sent_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageContent("a\u0000b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageContent("half a pair \ud83d!"));
        assertThat(new MessageContent("a whole pair \ud83d\ude00").text()).endsWith("\ud83d\ude00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "tab\t", "ünicode", "line\n"})
    void a_client_id_is_short_and_printable(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientId(text));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientId("x".repeat(65)));
        assertThat(new ClientId("x".repeat(64)).value()).hasSize(64);
    }
}
