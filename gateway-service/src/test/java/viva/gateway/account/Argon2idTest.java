package viva.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Argon2idTest {
    @Test
    void the_right_password_matches_and_no_other() {
        String stored = Argon2id.hash("Correct1 Ångström");

        assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Argon2id.matches("Correct1 Ångström", stored)).isTrue();
        assertThat(Argon2id.matches("correct1 Ångström", stored)).isFalse();
        assertThat(Argon2id.hash("Correct1 Ångström")).isNotEqualTo(stored);
    }

    @Test
    void a_hash_with_other_parameters_is_no_silent_mismatch() {
        assertThatThrownBy(() -> Argon2id.matches("x", "$2b$12$abc")).isInstanceOf(IllegalArgumentException.class);
    }
}
