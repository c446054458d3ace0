package viva.gateway.token;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import viva.gateway.secret.SecretKeyBase;

/**
 * Encrypts private keys at rest: AES-256-GCM under a key derived from {@code SECRET_KEY_BASE} by HKDF-SHA-256 (RFC 5869). The key's
 * id is bound to the ciphertext, so that two rows cannot be exchanged.
 */
@Singleton
final class KeyVault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String PURPOSE = "viva gateway signing keys v1";

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    KeyVault(SecretKeyBase secret) {
        this.key = secret.key("AES", PURPOSE);
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
