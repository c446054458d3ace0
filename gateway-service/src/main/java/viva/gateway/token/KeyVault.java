package viva.gateway.token;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Encrypts private keys at rest: AES-256-GCM under a key derived from {@code SECRET_KEY_BASE} by HKDF-SHA-256 (RFC 5869). The key's
 * id is bound to the ciphertext, so that two rows cannot be exchanged.
 */
@Singleton
final class KeyVault {
    private static final int MIN_SECRET = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final byte[] PURPOSE = "viva gateway signing keys v1".getBytes(StandardCharsets.US_ASCII);

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    @Inject
    KeyVault(TokenConfig config) {
        this(config.secretKeyBase().orElse(""));
    }

    KeyVault(String secret) {
        if (secret.length() < MIN_SECRET) {
            throw new ConfigurationException("SECRET_KEY_BASE must have at least " + MIN_SECRET
                    + " characters; make one with: openssl rand -base64 48");
        }
        try {
            this.key = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                                    .thenExpand(PURPOSE, KEY_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK 25 has HKDF-SHA256", impossible);
        }
    }

    byte[] encrypt(String keyId, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, keyId).doFinal(plain);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot encrypt a key", impossible);
        }
    }

    /**
     * The plain bytes again.
     *
     * @throws GeneralSecurityException when they were encrypted under another secret or for another key id, or were changed
     */
    byte[] decrypt(String keyId, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < NONCE_BYTES) {
            throw new GeneralSecurityException("too short");
        }
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, nonce, keyId).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }

    private Cipher cipher(int mode, byte[] nonce, String keyId) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(keyId.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
