package viva.gateway.secret;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * {@code SECRET_KEY_BASE}: the one secret that all others come from, by HKDF-SHA-256 (RFC 5869). With another secret everything
 * that was sealed or signed under this one is void.
 */
public final class SecretKeyBase {
    private static final int MIN_SECRET = 32;
    private static final int KEY_BYTES = 32;

    private final byte[] secret;

    /** @throws ConfigurationException when the secret has fewer than 32 characters */
    public SecretKeyBase(String secret) {
        if (secret.length() < MIN_SECRET) {
            throw new ConfigurationException("SECRET_KEY_BASE must have at least " + MIN_SECRET
                    + " characters; make one with: openssl rand -base64 48");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A key of 256 bits.
     *
     * @param algorithm what it is for, as {@link javax.crypto.Cipher} or {@link javax.crypto.Mac} call it
     * @param purpose what else it is for: keys of different purposes have nothing in common
     */
    public SecretKey key(String algorithm, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), KEY_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK 25 has HKDF-SHA256", impossible);
        }
    }
}
