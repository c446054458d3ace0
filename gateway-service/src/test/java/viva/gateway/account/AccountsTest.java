package viva.gateway.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.gateway.support.FakeServices;
import viva.gateway.support.Owner;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakeServices.class)
class AccountsTest {
    @Inject
    Erasure erasure;

    @Inject
    Pool pool;

    @Test
    void who_signs_up_is_signed_in_and_sees_the_account_but_no_password() {
        Map<String, Object> wish = new HashMap<>(Owner.account("Ada.Lovelace"));
        wish.putAll(Map.of("display_name", "Ada", "locale", "de-AT", "timezone", "Europe/Vienna"));

        Owner ada = Owner.of(Owner.post("/api/accounts", wish)
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("expires_in", equalTo(900))
                .body("token_type", equalTo("Bearer"))
                .body("account.email", equalTo("Ada.Lovelace@Example.org"))
                .body(not(containsString("password")))
                .body(not(containsString("argon2")))
                .extract()
                .jsonPath());

        ada.asks()
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("Ada.Lovelace"))
                .body("display_name", equalTo("Ada"))
                .body("locale", equalTo("de-AT"))
                .body("timezone", equalTo("Europe/Vienna"));
    }

    @Test
    void names_that_somebody_has_are_taken_whatever_their_case() {
        Owner.signUp("grace");

        Owner.post("/api/accounts", wish("another@example.org", "GraCe"))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("errors.field", contains("username"));
    }

    @Test
    void of_many_who_want_one_name_at_once_one_gets_it_and_the_others_are_told() {
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses = IntStream.range(0, 8)
                    .mapToObj(i -> many.submit(() -> given().contentType(ContentType.JSON)
                            .body(wish("race@example.org", "race"))
                            .post("/api/accounts")
                            .statusCode()))
                    .toList()
                    .stream()
                    .map(AccountsTest::join)
                    .sorted()
                    .toList();

            assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        }
    }

    @Test
    void every_broken_rule_is_named() {
        Owner.post("/api/accounts", Map.of("email", "x", "username", "ok_name", "password", "weak"))
                .statusCode(422)
                .body("errors.field", hasItem("email"))
                .body("errors.field", hasItem("password"));
        Owner.post("/api/accounts", Map.of("email", 5)).statusCode(400).body("errors.field", contains("email"));
    }

    @Test
    void an_owner_signs_in_by_user_name_and_nobody_learns_which_part_was_wrong() {
        Owner owner = Owner.signUp();

        signIn(owner.username().toUpperCase(Locale.ROOT), Owner.PASSWORD)
                .statusCode(200)
                .body("account.id", equalTo(owner.id()));
        String wrongPassword = signIn(owner.username(), "Wrong1password")
                .statusCode(401)
                .extract()
                .asString();
        String wrongLogin = signIn("nobody-" + owner.username(), Owner.PASSWORD)
                .statusCode(401)
                .extract()
                .asString();
        assertThat(wrongLogin).isEqualTo(wrongPassword);
    }

    @Test
    void a_refresh_token_works_once_and_its_second_use_ends_the_session() {
        Owner owner = Owner.signUp();
        String second = refresh(owner.refreshToken())
                .statusCode(200)
                .body("access_token", notNullValue())
                .extract()
                .path("refresh_token");
        String third = refresh(second).statusCode(200).extract().path("refresh_token");

        refresh(second).statusCode(401).body("type", equalTo("urn:viva:problem:session-ended"));
        refresh(third).statusCode(401);
        refresh("nonsense").statusCode(401);
    }

    @Test
    void a_socket_token_holds_for_twelve_hours() {
        Owner.signUp().asks().post("/api/socket-token").then().statusCode(200).body("expires_in", equalTo(43_200));
    }

    @Test
    void a_new_password_needs_the_old_one() {
        Owner owner = Owner.signUp();
        patch(owner, Map.of("display_name", "New name")).statusCode(200).body("display_name", equalTo("New name"));
        patch(owner, Map.of("password", "Another1password"))
                .statusCode(422)
                .body("errors.field", contains("current_password"));
        patch(owner, Map.of("password", "Another1password", "current_password", "Wrong1password"))
                .statusCode(422);

        patch(owner, Map.of("password", "Another1password", "current_password", Owner.PASSWORD))
                .statusCode(200);

        signIn(owner.username(), "Another1password").statusCode(200);
        signIn(owner.username(), Owner.PASSWORD).statusCode(401);
    }

    @Test
    void an_erased_account_is_gone_with_its_avatars_and_its_names_are_free() {
        Owner owner = Owner.signUp();
        String avatar = owner.createAvatar("Luna");
        owner.createAvatar("Sol");

        erase(owner, Owner.PASSWORD).statusCode(204);

        owner.asks().get("/api/me").then().statusCode(401);
        owner.asks().get("/api/avatars/" + avatar).then().statusCode(401);
        owner.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Sol"))
                .post("/api/avatars")
                .then()
                .statusCode(401);
        owner.asks().post("/api/socket-token").then().statusCode(401);
        signIn(owner.username(), Owner.PASSWORD).statusCode(401);
        refresh(owner.refreshToken()).statusCode(401);
        Owner.signUp(owner.username());
    }

    @Test
    void an_erasure_that_is_interrupted_is_finished_later() throws Throwable {
        Owner owner = Owner.signUp();
        String avatar = owner.createAvatar("Luna");
        interruptErasure(owner);
        signIn(owner.username(), Owner.PASSWORD).statusCode(401);

        assertThat(VertxContextSupport.subscribeAndAwait(() -> erasure.erase(AccountId.of(owner.id()))))
                .isTrue();

        assertThat(FakeServices.has(avatar)).isFalse();
        Owner.signUp(owner.username());
    }

    @Test
    void erasures_that_always_fail_keep_no_later_one_from_being_finished() throws Throwable {
        Owner owner = Owner.signUp();
        interruptErasure(owner);
        run("create function refuse_erasure() returns trigger language plpgsql as $$ begin raise 'broken'; end $$");
        run("create trigger never before delete on account for each row when (old.username like 'stuck%') "
                + "execute function refuse_erasure()");
        run(
                "insert into account (id, email, username, locale, timezone, password_hash, created_at, updated_at, erasing_since) "
                        + "select gen_random_uuid(), 'stuck' || n, 'stuck' || n, 'en', 'UTC', '', now(), now(), 'epoch' "
                        + "from generate_series(1, 40) n");
        run("update account set erasing_since = now() - interval '1 hour' where id = '" + owner.id() + "'");
        try {
            VertxContextSupport.subscribeAndAwait(erasure::takeUpAgain);

            Owner.signUp(owner.username());
        } finally {
            run("drop function refuse_erasure() cascade");
            run("delete from account where username like 'stuck%'");
        }
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(Waiting.PATIENCE);
    }

    @Test
    void an_account_is_erased_by_those_who_know_its_password() {
        Owner owner = Owner.signUp();

        for (String body :
                List.of("{}", "{\"current_password\":null}", "{\"current_password\":\"Wrong1password\"}", "")) {
            owner.asks()
                    .contentType(ContentType.JSON)
                    .body(body)
                    .delete("/api/me")
                    .then()
                    .statusCode(422)
                    .body("errors.field", contains("current_password"));
        }
        owner.asks().delete("/api/me").then().statusCode(422);

        owner.asks().get("/api/me").then().statusCode(200);
        refresh(owner.refreshToken()).statusCode(200);
    }

    private static void interruptErasure(Owner owner) {
        FakeServices.away(true);
        try {
            erase(owner, Owner.PASSWORD).statusCode(202);
        } finally {
            FakeServices.away(false);
        }
    }

    private static ValidatableResponse erase(Owner owner, String password) {
        return owner.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("current_password", password))
                .delete("/api/me")
                .then();
    }

    private static Map<String, Object> wish(String email, String username) {
        return Map.of("email", email, "username", username, "password", Owner.PASSWORD);
    }

    private static ValidatableResponse signIn(String login, String password) {
        return Owner.post("/api/sessions", Map.of("login", login, "password", password));
    }

    private static ValidatableResponse refresh(String token) {
        return Owner.post("/api/sessions/refresh", Map.of("refresh_token", token));
    }

    private static ValidatableResponse patch(Owner owner, Map<String, Object> change) {
        return owner.asks()
                .contentType(ContentType.JSON)
                .body(change)
                .patch("/api/me")
                .then();
    }

    private static int join(java.util.concurrent.Future<Integer> status) {
        try {
            return status.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
