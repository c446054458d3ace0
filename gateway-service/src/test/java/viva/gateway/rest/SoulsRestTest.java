package viva.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.gateway.support.FakeServices;
import viva.gateway.support.Owner;
import viva.platform.testkit.VivaServers;

/** Files of avatars as an owner sends and gets them. */
@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakeServices.class)
class SoulsRestTest {
    @Test
    void an_export_is_gathered_of_the_mind_and_all_pages_of_bonds() {
        Owner owner = Owner.signUp();
        String luna = owner.createAvatar("Luna");

        owner.asks()
                .get("/api/avatars/" + luna + "/export")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Content-Disposition", equalTo("attachment; filename=\"" + luna + ".soul.json\""))
                .body("world_time", equalTo(FakeServices.WORLD_TIME))
                .body("mind.social", equalTo(42))
                .body("bonds.status", contains("partners", "friends"));
        Owner.signUp().asks().get("/api/avatars/" + luna + "/export").then().statusCode(404);
    }

    @Test
    void a_file_goes_to_the_avatar_service_as_it_is_with_the_time_of_this_world() {
        Owner owner = Owner.signUp();
        String wish = UUID.randomUUID().toString();

        imported(owner, "application/json", new byte[3_000_000], "?client_id=" + wish)
                .statusCode(201)
                .body("size", equalTo(3_000_000))
                .body("query", equalTo("client_id=" + wish + "&world_time=" + FakeServices.WORLD_TIME))
                .body("ai", equalTo(true));
        imported(owner, "image/png", new byte[] {(byte) 0x89, 'P'}, "")
                .statusCode(201)
                .body("size", equalTo(2))
                .body("query", equalTo("world_time=" + FakeServices.WORLD_TIME));
    }

    @Test
    void what_is_wrong_with_a_file_is_passed_on_with_its_places() {
        imported(Owner.signUp(), "application/json", new byte[] {'x'}, "")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("instance", equalTo("/api/avatars/import"))
                .body("errors.field", contains("data.name", "data.tags[0]"));
    }

    @Test
    void a_file_of_another_type_too_large_or_of_nobody_is_refused() throws Exception {
        imported(Owner.signUp(), "text/plain", new byte[] {'a'}, "").statusCode(415);
        imported(Owner.signUp(), "application/json", new byte[17_000_000], "").statusCode(413);
        given().contentType("image/png")
                .body(new byte[] {1})
                .post("/api/avatars/import")
                .then()
                .statusCode(401);
        assertThat(chunked("/api/sessions", 70_000)).isEqualTo(413);
        assertThat(chunked("/api/sessions", 10)).isNotEqualTo(413);
    }

    @Test
    void a_card_is_given_back_as_a_file() {
        Owner owner = Owner.signUp();
        String luna = owner.createAvatar("Luna");

        owner.asks()
                .get("/api/avatars/" + luna + "/card")
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Content-Disposition", containsString(luna + ".card.json"))
                .body(containsString("\"path\":\"/avatars/" + luna + "/card\""));
    }

    private static ValidatableResponse imported(Owner owner, String type, byte[] file, String query) {
        return owner.asks()
                .contentType(type)
                .body(file)
                .post("/api/avatars/import" + query)
                .then();
    }

    private static int chunked(String path, int bytes) throws Exception {
        String body = "{\"login\":\"" + "x".repeat(bytes) + "\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
