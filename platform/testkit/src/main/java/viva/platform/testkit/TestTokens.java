package viva.platform.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Signs tokens as the gateway does, with the ES256 key of this test JVM, and forges those that must be refused. Immutable:
 * each {@code with…} answers another token.
 *
 * @param issuer {@code viva} in a good token
 * @param audience the service it is for, such as {@code life}
 * @param subject the account's id
 * @param groups roles, such as {@code operator}
 * @param lifetime from now; negative in an expired token
 * @param key what it is signed with
 */
public record TestTokens(
        String issuer, String audience, String subject, List<String> groups, Duration lifetime, PublicJsonWebKey key) {
    private static final Duration INTERNAL_LIFETIME = Duration.ofSeconds(60);

    public TestTokens {
        groups = List.copyOf(groups);
    }

    /** The settings that make a service accept these tokens. */
    public static Map<String, String> verification() {
        return Map.of(
                "mp.jwt.verify.publickey.location", TestKeys.keySet().toUri().toString());
    }

    /** A good internal token: what the gateway sends to {@code service} on behalf of {@code account}. */
    public static TestTokens internal(String service, Object account) {
        return new TestTokens("viva", service, account.toString(), List.of(), INTERNAL_LIFETIME, TestKeys.signing());
    }

    /** The text of {@link #internal} as the value of the Authorization header. */
    public static String bearer(String service, Object account) {
        return "Bearer " + internal(service, account).sign();
    }

    public TestTokens withIssuer(String other) {
        return new TestTokens(other, audience, subject, groups, lifetime, key);
    }

    public TestTokens withAudience(String other) {
        return new TestTokens(issuer, other, subject, groups, lifetime, key);
    }

    public TestTokens withGroups(String... others) {
        return new TestTokens(issuer, audience, subject, List.of(others), lifetime, key);
    }

    public TestTokens withLifetime(Duration other) {
        return new TestTokens(issuer, audience, subject, groups, other, key);
    }

    /** The same token from a stranger who gives his key our key's name. */
    public TestTokens signedByAStranger() {
        return new TestTokens(issuer, audience, subject, groups, lifetime, TestKeys.generate(key.getKeyId()));
    }

    /** The compact form. */
    public String sign() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setGeneratedJwtId();
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() + lifetime.toSeconds()));
        claims.setStringListClaim("groups", groups);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue("ES256");
        signature.setHeader("typ", "JWT");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }
}
