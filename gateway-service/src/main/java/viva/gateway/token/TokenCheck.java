package viva.gateway.token;

import jakarta.inject.Singleton;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies the gateway's own tokens with the keys in memory: ES256 and nothing else, so that neither {@code none} nor a public key
 * taken for an HMAC secret gets through; issuer, audience and expiry are checked.
 */
@Singleton
class TokenCheck {
    private static final int CLOCK_SKEW_SECONDS = 5;

    private final SigningKeys keys;

    TokenCheck(SigningKeys keys) {
        this.keys = keys;
    }

    /**
     * The claims of a token that is good for one of these audiences.
     *
     * @throws InvalidJwtException when it is good for none, or not good at all
     */
    JwtClaims check(String token, Audience... audiences) throws InvalidJwtException {
        String[] labels = new String[audiences.length];
        for (int i = 0; i < audiences.length; i++) {
            labels[i] = audiences[i].label();
        }
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setJweAlgorithmConstraints(AlgorithmConstraints.DISALLOW_NONE)
                .setVerificationKeyResolver(resolver())
                .setExpectedIssuer(TokenMint.ISSUER)
                .setExpectedAudience(labels)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .build();
        return consumer.processToClaims(token);
    }

    private VerificationKeyResolver resolver() {
        return (jws, nesting) -> keys.find(jws.getKeyIdHeaderValue())
                .map(key -> key.publicKey().getPublicKey())
                .orElseThrow(() -> new UnresolvableKeyException("no such key"));
    }
}
