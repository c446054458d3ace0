package viva.platform.service.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Keys.class)
class TokensTest {
    @Test
    void a_key_that_was_published_after_the_start_is_found_and_so_is_its_successor() {
        EllipticCurveJsonWebKey first = knownKey();
        me(Keys.sign(first, Keys.claims(Role.OWNER)))
                .statusCode(200)
                .body("account", equalTo(Keys.ACCOUNT.toString()))
                .body("operator", equalTo(false));

        EllipticCurveJsonWebKey second = knownKey();
        me(Keys.sign(second, Keys.claims(Role.OPERATOR))).statusCode(200).body("operator", equalTo(true));
        me(Keys.sign(first, Keys.claims(Role.OWNER))).statusCode(200);
    }

    @Test
    void without_a_token_nothing_is_open_unless_it_says_so() {
        refused(given().get("/specimens/me").then()).header("WWW-Authenticate", "Bearer");
        refused(given().header("Authorization", "Basic YTpi")
                .get("/specimens/me")
                .then());
        refused(given().header("Authorization", "Bearer").get("/specimens/me").then());
    }

    @Test
    void a_bad_token_does_not_close_what_is_open() {
        given().header("Authorization", "Bearer nonsense")
                .get("/specimens")
                .then()
                .statusCode(200);
    }

    @Test
    void forged_tokens_are_refused() throws NoSuchAlgorithmException {
        EllipticCurveJsonWebKey key = knownKey();
        String good = Keys.sign(key, Keys.claims(Role.OWNER));
        String payload = good.split("\\.", -1)[1];
        byte[] publicKey = key.getECPublicKey().getEncoded();
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();

        refused(me("nonsense"));
        refused(me(unsigned("{\"alg\":\"none\"}") + "." + payload + "."));
        refused(me(good.substring(0, good.lastIndexOf('.')) + "."));
        refused(me(good.replace(payload, unsigned("{\"sub\":\"me\"}"))));
        refused(me(Keys.sign(Keys.generate(), Keys.claims(Role.OWNER))));
        refused(me(Keys.claims(Role.OWNER).jws().keyId(key.getKeyId()).sign(rsa.getPrivate())));
        refused(me(Keys.claims(Role.OWNER)
                .jws()
                .keyId(key.getKeyId())
                .algorithm(SignatureAlgorithm.HS256)
                .sign(new SecretKeySpec(publicKey, "HmacSHA256"))));
    }

    @Test
    void tokens_of_others_and_of_the_past_are_refused() {
        EllipticCurveJsonWebKey key = knownKey();
        Instant past = Instant.now().minusSeconds(120);

        refused(me(Keys.sign(key, Keys.claims(Role.OWNER).audience("another"))));
        refused(me(Keys.sign(key, Keys.claims(Role.OWNER).issuer("another"))));
        refused(me(Keys.sign(key, Keys.claims(Role.OWNER).issuedAt(past).expiresAt(past.plusSeconds(60)))));
        refused(me(Keys.sign(key, Jwt.claims().issuer("viva").subject("x").groups("owner"))));
        refused(me(Keys.sign(key, Keys.claims(Role.OWNER).subject("not-an-account"))));
    }

    @Test
    void a_token_that_was_good_is_refused_once_it_has_expired() {
        EllipticCurveJsonWebKey key = knownKey();
        Instant now = Instant.now();
        String brief = Keys.sign(key, Keys.claims(Role.OWNER).issuedAt(now).expiresAt(now.plusSeconds(3)));
        me(brief).statusCode(200);

        await().untilAsserted(() -> refused(me(brief)));
    }

    @Test
    void a_token_that_begins_like_a_good_one_is_as_forged_as_any() {
        EllipticCurveJsonWebKey key = knownKey();
        String good = Keys.sign(key, Keys.claims(Role.OWNER));
        me(good).statusCode(200);

        String[] parts = good.split("\\.", -1);
        String other = Keys.sign(key, Keys.claims(Role.OPERATOR)).split("\\.", -1)[1];
        refused(me(parts[0] + "." + other + "." + parts[2]));
        refused(me(parts[0] + "." + parts[1] + "."));
        me(good).statusCode(200);
    }

    @Test
    void a_role_that_is_missing_is_forbidden() {
        EllipticCurveJsonWebKey key = knownKey();

        given().auth()
                .oauth2(Keys.sign(key, Keys.claims(Role.OWNER)))
                .get("/specimens/operators")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(Keys.sign(key, Keys.claims(Role.OPERATOR)))
                .get("/specimens/operators")
                .then()
                .statusCode(200);
    }

    /**
     * A published key that the service knows. An unknown one makes it fetch the set again, but not within the 300 ms in which jose4j's
     * {@code HttpsJwks} takes a second refresh for the same: a key that is published then is found by the next request.
     */
    private static EllipticCurveJsonWebKey knownKey() {
        EllipticCurveJsonWebKey key = Keys.publish();
        await().untilAsserted(() -> me(Keys.sign(key, Keys.claims(Role.OWNER))).statusCode(200));
        return key;
    }

    private static String unsigned(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse me(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/specimens/me")
                .then();
    }

    private static ValidatableResponse refused(ValidatableResponse response) {
        return response.statusCode(401).contentType("application/problem+json");
    }
}
