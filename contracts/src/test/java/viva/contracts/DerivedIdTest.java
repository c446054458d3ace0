package viva.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdTest {
    /** The name space for domain names (RFC 9562, 6.6). */
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void it_is_the_version_5_of_rfc_9562() {
        assertThat(DerivedId.of(DNS, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void names_in_one_space_have_ids_of_their_own() {
        assertThat(DerivedId.of(DNS, "ä")).isNotEqualTo(DerivedId.of(DNS, "a")).isEqualTo(DerivedId.of(DNS, "ä"));
    }
}
