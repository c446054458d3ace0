package viva.gateway.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import viva.gateway.support.FakeServices;
import viva.gateway.support.Owner;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** Loopback is a trusted proxy here, so that requests may come from anywhere. */
@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakeServices.class)
class GuessingTest {
    private static final String WRONG = "Wrong1password";

    /** The password is "password". */
    private static final String WEAK_HASH =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    @Inject
    Pool pool;

    private final String attacker = "2001:db8:" + group() + ":" + group() + "::1";
    private final String home = "2001:db8:" + group() + ":" + group() + "::1";

    @Test
    void guessing_a_password_is_stopped_and_locks_out_neither_the_owner_s_network_nor_a_known_device() {
        Owner owner = Owner.signUp();

        // One more attempt is earned every six seconds, so a slow machine needs some more than ten.
        int refused = IntStream.range(0, 40)
                .filter(i -> signIn(attacker, owner.username(), WRONG, null)
                                .extract()
                                .statusCode()
                        == 429)
                .findFirst()
                .orElseThrow();

        assertThat(refused).isGreaterThanOrEqualTo(10);
        signIn(attacker, owner.username(), Owner.PASSWORD, null)
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-6]"));
        signIn(home, owner.username(), Owner.PASSWORD, null).statusCode(200);
        signIn(attacker, owner.username(), Owner.PASSWORD, owner.deviceToken()).statusCode(200);
    }

    @Test
    void a_device_of_another_account_is_a_stranger() {
        Owner owner = Owner.signUp();
        Owner mallory = Owner.signUp();

        int refused = IntStream.range(0, 40)
                .filter(i -> signIn(attacker, owner.username(), WRONG, mallory.deviceToken())
                                .extract()
                                .statusCode()
                        == 429)
                .findFirst()
                .orElseThrow();

        assertThat(refused).isGreaterThanOrEqualTo(10);
    }

    @Test
    void a_line_with_many_addresses_has_no_more_attempts_than_one() {
        Owner owner = Owner.signUp();
        String line = attacker.substring(0, attacker.length() - 1);

        assertThat(IntStream.range(0, 40)
                        .filter(i -> signIn(line + Integer.toHexString(i + 1), owner.username(), WRONG, null)
                                        .extract()
                                        .statusCode()
                                == 429)
                        .findFirst())
                .isPresent();
    }

    @Test
    void a_stolen_token_cannot_try_passwords_without_end() {
        Owner owner = Owner.signUp();
        String newPassword = "Another1password";

        int refused = IntStream.range(0, 60)
                .filter(i -> change(owner, newPassword, WRONG).extract().statusCode() == 429)
                .findFirst()
                .orElseThrow();

        assertThat(refused).isGreaterThanOrEqualTo(20);
        change(owner, newPassword, Owner.PASSWORD).statusCode(429);
        signIn(home, owner.username(), Owner.PASSWORD, null).statusCode(200);
    }

    @Test
    void a_new_password_needs_the_old_one_before_anything_is_counted() {
        Owner owner = Owner.signUp();

        for (int i = 0; i < 30; i++) {
            given().auth()
                    .oauth2(owner.accessToken())
                    .contentType(ContentType.JSON)
                    .body(Map.of("password", "Another1password"))
                    .patch("/api/me")
                    .then()
                    .statusCode(422)
                    .body("errors.field", contains("current_password"));
        }
        change(owner, "Another1password", Owner.PASSWORD).statusCode(200);
    }

    @Test
    void signing_in_renews_a_weak_hash() {
        Owner owner = Owner.signUp();
        UUID id = UUID.fromString(owner.id());
        pool.preparedQuery("update account set password_hash = $2 where id = $1")
                .execute(Tuple.of(id, WEAK_HASH))
                .await()
                .atMost(Waiting.PATIENCE);

        signIn(home, owner.username(), "password", null).statusCode(200);

        String stored = pool.preparedQuery("select password_hash from account where id = $1")
                .execute(Tuple.of(id))
                .await()
                .atMost(Waiting.PATIENCE)
                .iterator()
                .next()
                .getString(0);
        assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        signIn(home, owner.username(), "password", null).statusCode(200);
    }

    private static ValidatableResponse signIn(String address, String login, String password, String device) {
        Map<String, Object> credentials = new HashMap<>(Map.of("login", login, "password", password));
        if (device != null) {
            credentials.put("device_token", device);
        }
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .body(credentials)
                .post("/api/sessions")
                .then();
    }

    private static ValidatableResponse change(Owner owner, String password, String currentPassword) {
        return owner.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("password", password, "current_password", currentPassword))
                .patch("/api/me")
                .then();
    }

    private static String group() {
        return Integer.toHexString(ThreadLocalRandom.current().nextInt(1, 0x10000));
    }
}
