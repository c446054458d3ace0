package viva.gateway.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.gateway.phoenix.PhoenixClient;
import viva.gateway.secret.SecretKeyBase;
import viva.gateway.session.Sessions.Renewal;
import viva.gateway.support.FakeServices;
import viva.gateway.support.Owner;
import viva.gateway.token.TokenMint;
import viva.platform.service.identity.Role;
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
class SessionEndTest {
    private static final int POLICY_VIOLATION = 1008;

    @TestHTTPResource("/")
    URI server;

    @Inject
    Pool pool;

    @Inject
    ReactiveRedisDataSource redis;

    @Inject
    Sessions sessions;

    @Inject
    SessionConfig config;

    @Inject
    TokenMint mint;

    private final List<PhoenixClient> clients = new ArrayList<>();

    @AfterEach
    void close() {
        clients.forEach(PhoenixClient::close);
    }

    @Test
    void signing_out_ends_this_session_s_tokens_and_sockets_and_no_others() {
        Owner laptop = Owner.signUp();
        Owner phone = laptop.again();
        String socketToken = laptop.socketToken();
        PhoenixClient onLaptop = connect(socketToken);
        PhoenixClient onPhone = connect(phone.socketToken());

        laptop.asks().delete("/api/sessions").then().statusCode(204);

        me(laptop).statusCode(401);
        assertThat(onLaptop.awaitClose()).isEqualTo(POLICY_VIOLATION);
        refresh(laptop).statusCode(401);
        laptop.asks().post("/api/socket-token").then().statusCode(401);
        assertRefused(socketToken);
        assertRefused(laptop.accessToken());
        me(phone).statusCode(200);
        assertAlive(onPhone);
    }

    @Test
    void a_new_password_ends_every_other_session_and_its_sockets() {
        Owner laptop = Owner.signUp();
        Owner phone = laptop.again();
        PhoenixClient onLaptop = connect(laptop.socketToken());
        PhoenixClient onPhone = connect(phone.socketToken());
        String stolen = phone.socketToken();

        changePassword(laptop, Owner.PASSWORD, "Another1password");

        me(phone).statusCode(401);
        assertThat(onPhone.awaitClose()).isEqualTo(POLICY_VIOLATION);
        refresh(phone).statusCode(401).body("type", equalTo("urn:viva:problem:session-ended"));
        assertRefused(stolen);
        me(laptop).statusCode(200);
        assertAlive(onLaptop);
        String renewed = refresh(laptop).statusCode(200).extract().path("access_token");
        me(renewed).statusCode(200);
    }

    @Test
    void whom_one_change_spared_the_next_one_ends() {
        Owner laptop = Owner.signUp();
        changePassword(laptop, Owner.PASSWORD, "Another1password");
        Owner phone =
                Owner.of(Owner.post("/api/sessions", Map.of("login", laptop.username(), "password", "Another1password"))
                        .statusCode(200)
                        .extract()
                        .jsonPath());

        changePassword(phone, "Another1password", Owner.PASSWORD);

        me(laptop).statusCode(401);
        refresh(laptop).statusCode(401);
        me(phone).statusCode(200);
    }

    @Test
    void a_session_that_begins_with_the_old_password_in_the_same_moment_is_over_too() {
        Owner owner = Owner.signUp();
        changePassword(owner, Owner.PASSWORD, "Another1password");

        Sessions.Opened late = get(sessions.open(AccountId.of(owner.id()), 0));

        me(mint.access(late.session(), Set.of(Role.OWNER)).text()).statusCode(401);
        Owner.post("/api/sessions/refresh", Map.of("refresh_token", late.refreshToken()))
                .statusCode(401);
    }

    @Test
    void logging_out_everywhere_ends_all_sessions_and_a_new_one_holds() {
        Owner laptop = Owner.signUp();
        Owner phone = laptop.again();
        PhoenixClient onPhone = connect(phone.accessToken());

        laptop.asks().delete("/api/sessions?everywhere=true").then().statusCode(204);

        me(laptop).statusCode(401);
        me(phone).statusCode(401);
        assertThat(onPhone.awaitClose()).isEqualTo(POLICY_VIOLATION);
        refresh(laptop).statusCode(401);
        refresh(phone).statusCode(401);
        Owner back = laptop.again();
        me(back).statusCode(200);
        assertAlive(connect(back.socketToken()));
    }

    @Test
    void erasing_an_account_ends_its_tokens_and_sockets() {
        Owner owner = Owner.signUp();
        PhoenixClient socket = connect(owner.socketToken());
        socket.join("trouble:x");

        owner.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("current_password", Owner.PASSWORD))
                .delete("/api/me")
                .then()
                .statusCode(204);

        me(owner).statusCode(401);
        owner.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Luna"))
                .post("/api/avatars")
                .then()
                .statusCode(401);
        assertThat(socket.awaitClose()).isEqualTo(POLICY_VIOLATION);
        assertThat(socket.pushed("phx_close")).hasSize(1);
    }

    @Test
    void a_refresh_token_that_comes_twice_ends_what_the_thief_got_as_well() {
        Owner owner = Owner.signUp();
        String stolen = refresh(owner).statusCode(200).extract().path("access_token");
        PhoenixClient thief = connect(stolen);

        refresh(owner).statusCode(401);

        me(stolen).statusCode(401);
        assertThat(thief.awaitClose()).isEqualTo(POLICY_VIOLATION);
    }

    /** What another replica does is only seen in the database. */
    @Test
    void what_another_replica_ended_is_over_here_too() {
        Owner signedOut = Owner.signUp();
        Owner changed = Owner.signUp();
        PhoenixClient first = connect(signedOut.socketToken());
        PhoenixClient second = connect(changed.socketToken());

        get(pool.preparedQuery("insert into revocation (id, spared, at) values ($1, $2, clock_timestamp())")
                .execute(Tuple.of(session(signedOut), Revocations.NOBODY)));
        get(pool.preparedQuery("select revoke_account($1, $2)")
                .execute(Tuple.of(UUID.fromString(changed.id()), Revocations.NOBODY)));

        assertThat(first.awaitClose()).isEqualTo(POLICY_VIOLATION);
        assertThat(second.awaitClose()).isEqualTo(POLICY_VIOLATION);
        me(signedOut).statusCode(401);
        me(changed).statusCode(401);
        refresh(changed).statusCode(401);
    }

    /** Tokens name roles, so an operator's must not outlive the role. */
    @Test
    void who_is_an_operator_no_more_is_signed_out() {
        Owner operator = Owner.signUp();
        get(pool.preparedQuery("select grant_operator($1)").execute(Tuple.of(operator.username())));
        Owner signedIn = operator.again();

        get(pool.preparedQuery("select withdraw_operator($1)").execute(Tuple.of(operator.username())));

        Waiting.await()
                .untilAsserted(
                        () -> signedIn.asks().post("/api/world/pause").then().statusCode(401));
        operator.again().asks().post("/api/world/pause").then().statusCode(403);
    }

    @Test
    void a_session_ends_when_it_is_as_old_as_one_may_be_however_much_it_is_used() {
        Owner owner = Owner.signUp();
        get(redis.hash(String.class).hset("viva:{session}:" + session(owner), "until", "1"));

        refresh(owner).statusCode(401);
    }

    @Test
    void no_token_outlives_its_session() {
        Owner owner = Owner.signUp();
        long soon = Instant.now().getEpochSecond() + 60;
        get(redis.hash(String.class).hset("viva:{session}:" + session(owner), "until", Long.toString(soon)));

        int expiresIn = owner.asks().post("/api/socket-token").then().extract().path("expires_in");

        assertThat(expiresIn).isLessThanOrEqualTo(60);
    }

    @Test
    void a_refresh_token_is_worth_nothing_under_another_secret() {
        AccountId account = new AccountId(UUID.randomUUID());
        Sessions.Opened opened = get(sessions.open(account, 0));
        Sessions rotated =
                new Sessions(redis, config, new SecretKeyBase("another secret, of which nobody knew before"));

        assertThat(get(rotated.renew(opened.refreshToken())))
                .isEqualTo(new Renewal.Ended(opened.session().id()));
    }

    private void changePassword(Owner owner, String from, String to) {
        owner.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("password", to, "current_password", from))
                .patch("/api/me")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse me(Owner owner) {
        return owner.asks().get("/api/me").then();
    }

    private static ValidatableResponse me(String token) {
        return given().auth().oauth2(token).get("/api/me").then();
    }

    private static ValidatableResponse refresh(Owner owner) {
        return Owner.post("/api/sessions/refresh", Map.of("refresh_token", owner.refreshToken()));
    }

    private static void assertAlive(PhoenixClient client) {
        assertThat(client.push("phoenix", "heartbeat").path("status").asText()).isEqualTo("ok");
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> connect(token)).isInstanceOf(CompletionException.class);
    }

    private PhoenixClient connect(String token) {
        PhoenixClient client = PhoenixClient.connect(server, token);
        clients.add(client);
        return client;
    }

    private static UUID session(Owner owner) {
        String claims = new String(
                Base64.getUrlDecoder().decode(owner.accessToken().split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return UUID.fromString(claims.replaceAll(".*\"sid\":\"([0-9a-f-]{36})\".*", "$1"));
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(Waiting.PATIENCE);
    }
}
