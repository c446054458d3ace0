package viva.gateway.token;

import java.security.PrivateKey;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * One ES256 key pair.
 *
 * @param publicKey what is published
 * @param privateKey empty when it was encrypted under another secret: then it still verifies, but signs no more
 * @param signsFrom when it takes over from its predecessor
 * @param expiresAt when nothing it signed holds any more
 */
record SigningKey(
        String id, PublicJsonWebKey publicKey, Optional<PrivateKey> privateKey, Instant signsFrom, Instant expiresAt) {
    boolean maySign(Instant now) {
        return privateKey.isPresent() && !signsFrom.isAfter(now) && expiresAt.isAfter(now);
    }
}
