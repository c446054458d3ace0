package viva.gateway.token;

import jakarta.inject.Singleton;
import java.util.Arrays;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;
import viva.platform.service.identity.VerifiedTokens;

/**
 * Verifies the gateway's own tokens with the keys in memory: ES256 and nothing else, so that neither {@code none} nor a public key
 * taken for an HMAC secret gets through; issuer, audience and expiry are checked. The signature of a token is verified once, as long as
 * its key is known; everything else is checked each time.
 */
@Singleton
class TokenCheck {
    private static final int CLOCK_SKEW_SECONDS = 5;
    private static final int MOST = 10_000;

    private final SigningKeys keys;

    /** Tokens with the ids of the keys that signed them. */
    private final VerifiedTokens<String> verified = new VerifiedTokens<>(MOST);

    TokenCheck(SigningKeys keys) {
        this.keys = keys;
    }

    /**
     * The claims of a token that is good for one of these audiences.
     *
     * @throws InvalidJwtException when it is good for none, or not good at all
     */
    JwtClaims check(String token, Audience... audiences) throws InvalidJwtException {
        JwtConsumerBuilder rules = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setJweAlgorithmConstraints(AlgorithmConstraints.DISALLOW_NONE)
                .setExpectedIssuer(TokenMint.ISSUER)
                .setExpectedAudience(
                        Arrays.stream(audiences).map(Audience::label).toArray(String[]::new))
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS);
        boolean known = verified.find(token).flatMap(keys::find).isPresent();
        if (known) {
            return rules.setSkipSignatureVerification()
                    .setDisableRequireSignature()
                    .build()
                    .processToClaims(token);
        }
        JwtContext good = rules.setVerificationKeyResolver(resolver()).build().process(token);
        verified.add(token, good.getJoseObjects().getFirst().getKeyIdHeaderValue());
        return good.getJwtClaims();
    }

    private VerificationKeyResolver resolver() {
        return (jws, nesting) -> keys.find(jws.getKeyIdHeaderValue())
                .map(key -> key.publicKey().getPublicKey())
                .orElseThrow(() -> new UnresolvableKeyException("no such key"));
    }
}
