package viva.gateway.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * HMAC-SHA-256 (RFC 2104) under a key of its own. What is stored as such a digest can neither be guessed from a copy of the store nor
 * be recognised with another {@code SECRET_KEY_BASE}.
 */
public final class KeyedDigest {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    public KeyedDigest(SecretKeyBase secret, String purpose) {
        this.key = secret.key(ALGORITHM, purpose);
    }

    /** The digest of a text in UTF-8, as 64 hexadecimal digits. */
    public String of(String text) {
        return HexFormat.of().formatHex(of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The 32 bytes of a digest. */
    public byte[] of(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    /** Whether a digest is that of a text; takes the same time for every wrong one. */
    public boolean matches(String digest, String text) {
        return MessageDigest.isEqual(
                digest.getBytes(StandardCharsets.US_ASCII), of(text).getBytes(StandardCharsets.US_ASCII));
    }
}
