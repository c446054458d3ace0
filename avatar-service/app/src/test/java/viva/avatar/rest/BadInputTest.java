package viva.avatar.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "avatar"))
class BadInputTest {
    private final Owner ana = Owner.anew();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"name\": \"Lu",
                "400 | not json",
                "400 | []",
                "400 | {\"name\": 5}",
                "400 | {\"name\": \"Luna\", \"age\": \"old\"}",
                "400 | {\"name\": \"Luna\", \"client_id\": \"mine\"}",
                "400 | {\"name\": \"Luna\", \"personality\": \"nice\"}",
                "400 | {\"name\": \"Luna\", \"personality\": {\"humor_style\": \"slapstick\"}}",
                "422 | {}",
                "422 | {\"name\": \"   \"}",
                "400 | {\"name\": \"Lu\\u0000na\"}",
                "422 | {\"name\": \"Luna\", \"age\": 17}",
                "422 | {\"name\": \"Luna\", \"locale\": \"klingon language\"}",
                "422 | {\"name\": \"Luna\", \"personality\": {}}",
                "422 | {\"name\": \"Luna\", \"personality\": {\"openness\": \"NaN\"}}"
            })
    void a_body_that_makes_no_sense_is_refused_and_nothing_is_made(int status, String body) {
        ana.asks()
                .body(body)
                .post("/avatars")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));

        ana.asks().get("/avatars").then().body("items", hasSize(0));
    }

    @Test
    void an_empty_body_is_refused() {
        ana.asks().post("/avatars").then().statusCode(oneOf(400, 422)).contentType("application/problem+json");
    }

    @Test
    void a_trait_out_of_range_is_named_with_what_it_was() {
        ana.asks()
                .body(Owner.LUNA.replace("0.85", "1.4").replace("0.3", "-0.1"))
                .post("/avatars")
                .then()
                .statusCode(422)
                .body("errors", hasSize(2))
                .body("errors[0].field", equalTo("personality.openness"))
                .body("errors[0].message", equalTo("must be in [0,1]: got 1.4"));
    }

    @Test
    void a_huge_body_is_refused() {
        ana.asks()
                .body("{\"name\": \"" + "x".repeat(70_000) + "\"}")
                .post("/avatars")
                .then()
                .statusCode(413);

        ana.asks().get("/avatars").then().statusCode(200).body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=many", "cursor=%00", "cursor=bm90IGFuIGlk"})
    void a_page_that_cannot_be_is_refused(String query) {
        ana.asks().get("/avatars?" + query).then().statusCode(oneOf(400, 422)).contentType("application/problem+json");
    }

    @Test
    void an_id_that_is_none_is_unknown() {
        ana.asks().get("/avatars/luna").then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void a_token_that_is_not_good_opens_nothing(String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/avatars")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void no_token_opens_nothing() {
        assertThat(given().get("/avatars").statusCode()).isEqualTo(401);
        assertThat(given().post("/personalities/random").statusCode()).isEqualTo(401);
    }

    static Stream<Arguments> badTokens() {
        TestTokens good = TestTokens.internal("avatar", Owner.anew().account());
        String[] parts = good.sign().split("\\.", -1);
        return Stream.of(
                        good.signedByAStranger().sign(),
                        good.withAudience("life").sign(),
                        good.withIssuer("somebody").sign(),
                        good.withLifetime(Duration.ofMinutes(-5)).sign(),
                        encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".",
                        encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + parts[1] + "." + parts[2],
                        "nonsense")
                .map(Arguments::of);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
