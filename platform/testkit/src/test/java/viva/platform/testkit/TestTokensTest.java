package viva.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

class TestTokensTest {
    private static final UUID ACCOUNT = new UUID(1, 2);

    @Test
    void the_published_key_accepts_a_good_token() throws Exception {
        JwtClaims claims = verify(TestTokens.internal("life", ACCOUNT).withGroups("operator"));

        assertThat(claims.getSubject()).isEqualTo(ACCOUNT.toString());
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("operator");
    }

    @Test
    void the_published_key_refuses_forged_ones() {
        TestTokens good = TestTokens.internal("life", ACCOUNT);

        assertThatThrownBy(() -> verify(good.signedByAStranger())).isInstanceOf(InvalidJwtException.class);
        assertThatThrownBy(() -> verify(good.withAudience("avatar"))).isInstanceOf(InvalidJwtException.class);
        assertThatThrownBy(() -> verify(good.withIssuer("somebody"))).isInstanceOf(InvalidJwtException.class);
        assertThatThrownBy(() -> verify(good.withLifetime(Duration.ofMinutes(-1))))
                .isInstanceOf(InvalidJwtException.class);
    }

    private static JwtClaims verify(TestTokens token) throws Exception {
        String location = TestTokens.verification().get("mp.jwt.verify.publickey.location");
        JsonWebKeySet keys = new JsonWebKeySet(Files.readString(Path.of(URI.create(location))));
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "ES256"))
                .setExpectedIssuer("viva")
                .setExpectedAudience("life")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token.sign());
    }
}
