package viva.gateway.phoenix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
    @Test
    void version_two_is_spoken() {
        assertThat(new Handshake("2.0.0", null, null, null, null).speaksOurVersion())
                .isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "1.0.0", "2", "2.1.0", "3.0.0", "2.0.0x"})
    void other_versions_are_not(String version) {
        assertThat(new Handshake(version, null, null, null, null).speaksOurVersion())
                .isFalse();
    }

    @Test
    void the_token_is_taken_from_the_query() {
        assertThat(new Handshake("2.0.0", "abc", null, null, null).token()).contains("abc");
    }

    @Test
    void the_token_is_taken_from_the_subprotocol_that_newer_clients_send() {
        assertThat(new Handshake("2.0.0", null, "phoenix, base64url.bearer.phx.YS5iLmM", null, null).token())
                .contains("a.b.c");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "phoenix", "phoenix, base64url.bearer.phx.", "phoenix, base64url.bearer.phx.$$$"})
    void a_subprotocol_without_a_readable_token_has_none(String subprotocols) {
        assertThat(new Handshake("2.0.0", null, subprotocols, null, null).token())
                .isEmpty();
    }

    @Test
    void a_token_beyond_all_measure_is_not_even_looked_at() {
        assertThat(new Handshake("2.0.0", "x".repeat(5_000), null, null, null).token())
                .isEmpty();
    }

    @Test
    void a_page_of_the_gateway_itself_and_a_client_that_is_no_browser_may_connect() {
        assertThat(from(null)).isTrue();
        assertThat(from("http://viva.example:4000")).isTrue();
        assertThat(from("https://viva.example:4000")).isTrue();
        assertThat(from("https://app.example")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "http://evil.example",
                "http://viva.example",
                "http://viva.example:4000.evil.example",
                "http://evil.example/viva.example:4000",
                "https://app.example.evil.example"
            })
    void other_pages_may_not(String origin) {
        assertThat(from(origin)).isFalse();
    }

    private static boolean from(String origin) {
        return new Handshake("2.0.0", null, null, origin, "viva.example:4000")
                .comesFromAllowedOrigin(List.of("https://app.example"));
    }
}
