package viva.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import viva.gateway.support.FakeServices;
import viva.gateway.support.Owner;
import viva.platform.testkit.TestTokens;
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
class PublicRestTest {
    @Inject
    Pool pool;

    @Test
    void an_owner_creates_sees_and_deletes_avatars() {
        Owner owner = Owner.signUp();
        String luna = owner.createAvatar("Luna");

        owner.asks()
                .get("/api/avatars")
                .then()
                .statusCode(200)
                .body("items.name", contains("Luna"))
                .body("items.ai", contains(true));
        owner.asks()
                .get("/api/avatars/" + luna)
                .then()
                .statusCode(200)
                .body("owner_id", equalTo(owner.id()))
                .body("ai", equalTo(true))
                .body("model.used", equalTo(true))
                .body("model.provider", equalTo("models.example.org"));
        owner.asks()
                .get("/api/avatars/" + luna + "/state")
                .then()
                .statusCode(200)
                .body("ai", equalTo(true));
        owner.asks().post("/api/personalities/random").then().statusCode(200).body("openness", notNullValue());
        owner.asks().delete("/api/avatars/" + luna).then().statusCode(204);
        owner.asks().get("/api/avatars").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void a_service_s_refusal_is_passed_on_with_the_path_the_owner_used() {
        problem(post(Owner.signUp(), "/api/avatars", Map.of("bio", "x")), 422)
                .body("instance", equalTo("/api/avatars"))
                .body("errors[0].field", equalTo("name"));
    }

    @Test
    void a_body_that_is_no_object_never_reaches_a_service() {
        problem(post(Owner.signUp(), "/api/avatars", "[1]"), 400)
                .body("errors[0].message", equalTo("must be an object"));
        problem(post(Owner.signUp(), "/api/avatars", "{nonsense"), 400);
        problem(post(Owner.signUp(), "/api/avatars", "\"" + "x".repeat(10_000_000) + "\""), 413);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/accounts",
        "POST, /api/sessions",
        "POST, /api/sessions/refresh",
        "PATCH, /api/me",
        "POST, /api/avatars",
        "POST, /api/avatars/import",
        "PATCH, /api/avatars/{id}",
        "POST, /api/avatars/{id}/messages",
        "POST, /api/avatars/{id}/conversations",
        "POST, /api/avatars/{id}/likes",
    })
    void a_body_of_another_type_is_refused_wherever_a_body_is_taken(String method, String path) {
        Owner owner = Owner.signUp();
        String body = "{\"refresh_token\":\"x\"}";

        problem(
                owner.asks()
                        .contentType("text/plain")
                        .body(body)
                        .request(method, path.replace("{id}", UUID.randomUUID().toString()))
                        .then(),
                415);
    }

    @Test
    void a_login_with_the_character_nul_is_refused_as_any_other_text_with_it() {
        problem(Owner.post("/api/sessions", Map.of("login", "luna\0", "password", "Correct1horse")), 400);
        problem(Owner.post("/api/sessions/refresh", Map.of("refresh_token", "\0")), 400);
        problem(
                post(Owner.signUp(), "/api/avatars/" + UUID.randomUUID() + "/messages", Map.of("content", "a\0b")),
                400);
    }

    @Test
    void somebody_else_s_avatar_looks_exactly_like_one_that_is_not_there() {
        String luna = Owner.signUp().createAvatar("Luna");
        Owner stranger = Owner.signUp();

        String[] paths = {
            "",
            "/state",
            "/state?at=2026-11-01T10:00:00Z",
            "/history",
            "/conversations",
            "/memories",
            "/export",
            "/card",
            "/digest",
            "/why?event=" + UUID.randomUUID()
        };
        for (String path : paths) {
            ValidatableResponse others =
                    stranger.asks().get("/api/avatars/" + luna + path).then();
            String nobodys = UUID.randomUUID().toString();
            String unknown = stranger.asks()
                    .get("/api/avatars/" + nobodys + path)
                    .then()
                    .extract()
                    .asString();

            assertThat(problem(others, 404).extract().asString().replace(luna, nobodys))
                    .isEqualTo(unknown);
        }
        problem(stranger.asks().get("/api/avatars/not-an-id").then(), 404);
        problem(post(stranger, "/api/avatars/" + luna + "/messages", Map.of("content", "Hello")), 404);
        problem(post(stranger, "/api/avatars/" + luna + "/thoughts", Map.of()), 404);
        Map<String, String> partner = Map.of("other_avatar_id", stranger.createAvatar("Milo"));
        problem(post(stranger, "/api/avatars/" + luna + "/conversations", partner), 404);
        problem(stranger.asks().get("/api/conversations/" + luna).then(), 404);
    }

    @Test
    void a_service_that_is_away_is_503_and_its_words_stay_inside() {
        Owner owner = Owner.signUp();
        FakeServices.away(true);
        try {
            problem(owner.asks().get("/api/avatars").then(), 503)
                    .header("Retry-After", "2")
                    .body(not(containsString("stack trace")));
        } finally {
            FakeServices.away(false);
        }
    }

    @Test
    void the_state_of_a_newborn_avatar_is_waited_for() {
        Owner owner = Owner.signUp();
        String luna = owner.createAvatar("Luna");
        FakeServices.UNBORN.put(luna, new AtomicInteger(3));

        owner.asks()
                .get("/api/avatars/" + luna + "/state")
                .then()
                .statusCode(200)
                .body("mood", equalTo(0.5f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"history", "conversations?type=avatar"})
    void what_a_newborn_avatar_has_lived_is_waited_for(String path) {
        Owner owner = Owner.signUp();
        String luna = owner.createAvatar("Luna");
        FakeServices.UNBORN.put(luna, new AtomicInteger(3));

        owner.asks().get("/api/avatars/" + luna + "/" + path).then().statusCode(200);
    }

    @Test
    void a_message_is_taken_once_for_each_client_id() {
        Owner owner = Owner.signUp();
        String path = "/api/avatars/" + owner.createAvatar("Luna") + "/messages";

        String first = post(owner, path, Map.of("content", "Hello", "client_id", "c1"))
                .statusCode(202)
                .extract()
                .path("message_id");
        String again = post(owner, path, Map.of("content", "Hello", "client_id", "c1"))
                .statusCode(202)
                .extract()
                .path("message_id");

        assertThat(again).isEqualTo(first);
        problem(post(owner, path, Map.of("content", "Another", "client_id", "c1")), 409);
        problem(post(owner, path, Map.of("content", " ")), 422).body("errors[0].field", equalTo("content"));
        problem(post(owner, path, Map.of()), 422).body("errors[0].field", equalTo("content"));
        problem(post(owner, path, Map.of("content", "x".repeat(4_001))), 422);
    }

    @ParameterizedTest
    @CsvSource({
        "relationships?status=friends&limit=5, relationship, /avatars/%s/bonds, status=friends&limit=5",
        "relationship-stats, relationship, /avatars/%s/stats, null",
        "matches?limit=10, matchmaker, /avatars/%s/matches, limit=10",
        "blocks?limit=10, matchmaker, /avatars/%s/blocks, limit=10",
        "state?at=2026-11-01T10:00:00Z, life, /avatars/%s/state, at=2026-11-01T10:00:00Z",
        "history?from=2026-11-01T10:00:00Z&step=1h, life, /avatars/%s/history, from=2026-11-01T10:00:00Z&step=1h",
        "conversations?type=avatar&status=active, life, /avatars/%s/conversations, type=avatar&status=active",
        "memories?type=dream&limit=3, avatar, /avatars/%s/memories, type=dream&limit=3",
        "memories/search?q=dog&limit=3&from=2026-10-01T10:00:00Z&as_of=2026-11-01T10:00:00Z, avatar, /avatars/%s/memories/search, q=dog&limit=3&from=2026-10-01T10:00:00Z&as_of=2026-11-01T10:00:00Z",
    })
    void what_others_know_is_asked_of_their_services(String path, String service, String asked, String query) {
        Owner owner = Owner.signUp();
        String luna = owner.createAvatar("Luna");

        owner.asks()
                .get("/api/avatars/" + luna + "/" + path)
                .then()
                .statusCode(200)
                .body("service", equalTo(service))
                .body("path", equalTo(asked.formatted(luna)))
                .body("query", equalTo(query));
    }

    @Test
    void likes_passes_and_blocks_reach_the_matchmaker() {
        Owner owner = Owner.signUp();
        String luna = owner.createAvatar("Luna");

        for (String verdict : new String[] {"likes", "passes", "blocks"}) {
            post(
                            owner,
                            "/api/avatars/" + luna + "/" + verdict,
                            Map.of("avatar_id", UUID.randomUUID().toString()))
                    .statusCode(200)
                    .body("path", equalTo("/avatars/" + luna + "/" + verdict));
        }
        problem(post(owner, "/api/avatars/" + luna + "/hugs", Map.of()), 404);
        owner.asks()
                .delete("/api/avatars/" + luna + "/blocks/" + UUID.randomUUID())
                .then()
                .statusCode(204);
        problem(owner.asks().delete("/api/avatars/" + luna + "/blocks/me").then(), 404);
    }

    @Test
    void memories_are_written_down_changed_and_deleted_by_the_avatar_service() {
        Owner owner = Owner.signUp();
        String memories = "/avatars/" + owner.createAvatar("Luna") + "/memories";
        UUID memory = UUID.randomUUID();

        post(owner, "/api" + memories, Map.of("content", "Ana: I planted roses."))
                .statusCode(201)
                .body("path", equalTo(memories));
        owner.asks()
                .contentType("application/json")
                .body(Map.of("pinned", true))
                .patch("/api" + memories + "/" + memory)
                .then()
                .statusCode(200)
                .body("path", equalTo(memories + "/" + memory));
        owner.asks().delete("/api" + memories + "/" + memory).then().statusCode(204);
        problem(owner.asks().delete("/api" + memories + "/mine").then(), 404);
        problem(
                owner.asks()
                        .contentType("text/plain")
                        .body("x")
                        .post("/api" + memories)
                        .then(),
                415);
    }

    @Test
    void only_an_operator_stops_the_world() {
        Owner owner = Owner.signUp();
        Owner operator = Owner.signUp();
        pool.preparedQuery("select grant_operator($1)")
                .execute(Tuple.of(operator.username()))
                .await()
                .atMost(Waiting.PATIENCE);
        operator = operator.again();

        owner.asks().get("/api/world").then().statusCode(200).body("scale", equalTo(10));
        problem(owner.asks().post("/api/world/pause").then(), 403);
        operator.asks().post("/api/world/pause").then().statusCode(200);
        operator.asks().post("/api/world/resume").then().statusCode(200);
    }

    @Test
    void the_published_key_is_the_one_that_signs_and_has_no_private_half() {
        Owner owner = Owner.signUp();
        String header = new String(
                Base64.getUrlDecoder().decode(owner.accessToken().split("\\.", -1)[0]), StandardCharsets.UTF_8);

        String id = given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys[0].alg", equalTo("ES256"))
                .body("keys[0].d", equalTo(null))
                .extract()
                .path("keys[0].kid");

        assertThat(header).contains("\"alg\":\"ES256\"").contains("\"kid\":\"" + id + "\"");
    }

    @Test
    void tokens_that_the_gateway_did_not_sign_for_this_are_refused() {
        Owner owner = Owner.signUp();
        String[] parts = owner.accessToken().split("\\.", -1);
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        String socketToken =
                owner.asks().post("/api/socket-token").then().extract().path("token");

        refused(null);
        refused("nonsense");
        refused(none + "." + parts[1] + ".");
        refused(parts[0] + "." + parts[1] + ".");
        refused(socketToken);
        refused(TestTokens.internal("api", owner.id()).sign());
        refused(owner.refreshToken());
    }

    @Test
    void pages_of_other_origins_are_not_let_in_and_answers_carry_their_guards() {
        given().header("Origin", "https://evil.example")
                .get("/api/world")
                .then()
                .statusCode(403);
        given().get("/api/world")
                .then()
                .statusCode(401)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer");
    }

    @Test
    void the_page_is_asked_for_again_and_its_assets_are_kept() {
        given().get("/")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        given().get("/assets/app-0123.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=31536000, immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/assets/app-0123.js", "/assets/none.svg", "/api/world", "/q/openapi"})
    void nothing_of_this_origin_runs_a_script_from_elsewhere_or_of_its_own(String path) {
        assertThat(given().get(path).headers().getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http", "*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/swagger-ui", "/q/swagger-ui/", "/q/swagger-ui/swagger-ui.css"})
    void the_description_runs_its_own_script_and_loads_nothing_from_elsewhere(String path) {
        assertThat(given().get(path).headers().getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self' 'unsafe-inline'", "connect-src 'self'")
                .doesNotContain("unsafe-eval", "http", "*");
    }

    @Test
    void who_came_by_tls_is_told_to_come_by_tls_only() {
        given().get("/").then().header("Strict-Transport-Security", nullValue());
        given().header("X-Forwarded-Proto", "https")
                .get("/")
                .then()
                .header("Strict-Transport-Security", "max-age=31536000");
        given().header("X-Forwarded-Proto", "https")
                .get("/api/world")
                .then()
                .statusCode(401)
                .header("Strict-Transport-Security", "max-age=31536000");
    }

    private static void refused(String token) {
        var request = token == null ? given() : given().header("Authorization", "Bearer " + token);
        problem(request.get("/api/avatars").then(), 401).header("WWW-Authenticate", "Bearer");
    }

    private static ValidatableResponse post(Owner owner, String path, Object body) {
        return owner.asks().contentType(ContentType.JSON).body(body).post(path).then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }
}
