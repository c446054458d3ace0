package viva.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import viva.gateway.secret.SecretKeyBase;

class KeyVaultTest {
    private static final byte[] PLAIN = "a private key".getBytes(StandardCharsets.UTF_8);
    private final KeyVault vault = vault("a".repeat(32));

    @Test
    void what_was_encrypted_comes_back_and_does_not_stand_in_the_ciphertext() throws GeneralSecurityException {
        byte[] sealed = vault.encrypt("k1", PLAIN);

        assertThat(vault.decrypt("k1", sealed)).isEqualTo(PLAIN);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("private");
        assertThat(vault.encrypt("k1", PLAIN)).isNotEqualTo(sealed);
    }

    @Test
    void another_secret_another_id_and_a_changed_byte_open_nothing() {
        byte[] sealed = vault.encrypt("k1", PLAIN);
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> vault("b".repeat(32)).decrypt("k1", sealed))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> vault.decrypt("k2", sealed)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> vault.decrypt("k1", changed)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> vault.decrypt("k1", new byte[3])).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_short_secret_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> vault("short"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("SECRET_KEY_BASE must have at least 32 characters; make one with: openssl rand -base64 48");
    }

    private static KeyVault vault(String secret) {
        return new KeyVault(new SecretKeyBase(secret));
    }
}
