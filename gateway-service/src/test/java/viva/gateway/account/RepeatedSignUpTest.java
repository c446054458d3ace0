package viva.gateway.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import viva.gateway.support.FakeServices;
import viva.gateway.support.Owner;
import viva.platform.testkit.VivaServers;

/** The opening of an account whose answer is lost on its way. */
@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakeServices.class)
class RepeatedSignUpTest {
    private final String name = "again" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, Object> wish = wish(name, Owner.PASSWORD, UUID.randomUUID());

    @Test
    void a_wish_that_is_repeated_signs_in_to_the_account_that_it_opened() {
        Owner first = Owner.of(signUp(wish).statusCode(201).extract().jsonPath());
        Owner again = Owner.of(signUp(wish)
                .statusCode(201)
                .body("account.email", equalTo(wish.get("email")))
                .body("device_token", notNullValue())
                .extract()
                .jsonPath());

        assertThat(again.id()).isEqualTo(first.id());
        again.asks().get("/api/me").then().statusCode(200).body("username", equalTo(name));
        first.asks().get("/api/me").then().statusCode(200);
    }

    @Test
    void a_wish_that_comes_several_times_at_once_opens_one_account() throws Exception {
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = IntStream.range(0, 5)
                    .mapToObj(i -> many.submit(
                            () -> signUp(wish).statusCode(201).extract().<String>path("account.id")))
                    .toList();

            String account = answers.getFirst().get();
            assertThat(answers).extracting(Future::get).containsOnly(account);
        }
    }

    @Test
    void a_name_stays_taken_for_another_wish_another_password_and_a_wish_without_an_id() {
        signUp(wish).statusCode(201);

        taken(wish(name, Owner.PASSWORD, UUID.randomUUID()));
        taken(wish(name, "Another1password", (UUID) wish.get("client_id")));
        taken(wish(name, Owner.PASSWORD, null));
        taken(wish(Owner.signUp().username(), Owner.PASSWORD, (UUID) wish.get("client_id")));
    }

    @Test
    void a_repetition_opens_no_account_whose_password_was_changed() {
        Owner owner = Owner.of(signUp(wish).statusCode(201).extract().jsonPath());
        owner.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("password", "Another1password", "current_password", Owner.PASSWORD))
                .patch("/api/me")
                .then()
                .statusCode(200);

        taken(wish);
        signUp(wish(name, "Another1password", (UUID) wish.get("client_id")))
                .statusCode(201)
                .body("account.id", equalTo(owner.id()));
    }

    @Test
    void guessing_by_repetition_is_counted_with_the_attempts_to_sign_in() {
        signUp(wish).statusCode(201);
        Map<String, Object> wrong = wish(name, "Wrong1password", (UUID) wish.get("client_id"));

        // One more attempt is earned every six seconds, so a slow machine needs some more than ten.
        int refused = IntStream.range(0, 40)
                .filter(i -> signUp(wrong).extract().statusCode() == 429)
                .findFirst()
                .orElseThrow();

        assertThat(refused).isGreaterThanOrEqualTo(10);
        given().contentType(ContentType.JSON)
                .body(Map.of("login", name, "password", Owner.PASSWORD))
                .post("/api/sessions")
                .then()
                .statusCode(429);
    }

    @Test
    void an_id_that_is_none_is_refused() {
        Map<String, Object> odd = new HashMap<>(wish);
        odd.put("client_id", "luna");

        signUp(odd).statusCode(400).body("errors.field", contains("client_id"));
    }

    private static void taken(Map<String, Object> wish) {
        signUp(wish).statusCode(409).body("errors.field", contains("username"));
    }

    private static ValidatableResponse signUp(Map<String, Object> wish) {
        return Owner.post("/api/accounts", wish);
    }

    private static Map<String, Object> wish(String username, String password, UUID clientId) {
        Map<String, Object> wish = new HashMap<>(Owner.account(username));
        wish.put("password", password);
        if (clientId != null) {
            wish.put("client_id", clientId);
        }
        return wish;
    }
}
