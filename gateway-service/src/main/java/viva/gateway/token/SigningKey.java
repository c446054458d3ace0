package viva.gateway.token;

import java.security.PrivateKey;
import java.time.Instant;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * One ES256 key pair.
 *
 * @param publicKey what is published
 * @param signsFrom when it takes over from its predecessor
 * @param expiresAt when nothing it signed holds any more
 */
record SigningKey(String id, PublicJsonWebKey publicKey, PrivateKey privateKey, Instant signsFrom, Instant expiresAt) {
    boolean maySign(Instant now) {
        return !signsFrom.isAfter(now) && expiresAt.isAfter(now);
    }
}
