package viva.gateway.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody with an account. */
public record Owner(String id, String username, String accessToken, String refreshToken, String deviceToken) {
    public static final String PASSWORD = "Correct1horse";

    public static Owner signUp() {
        return signUp("owner" + ThreadLocalRandom.current().nextLong(1_000_000_000_000L));
    }

    public static Owner signUp(String username) {
        JsonPath signedIn = post("/api/accounts", account(username))
                .statusCode(201)
                .extract()
                .jsonPath();
        return of(signedIn);
    }

    public static Owner of(JsonPath signedIn) {
        return new Owner(
                signedIn.getString("account.id"),
                signedIn.getString("account.username"),
                signedIn.getString("access_token"),
                signedIn.getString("refresh_token"),
                signedIn.getString("device_token"));
    }

    public static Map<String, Object> account(String username) {
        return Map.of("email", username + "@Example.org", "username", username, "password", PASSWORD);
    }

    public static ValidatableResponse post(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    /** A request with this owner's access token. */
    public RequestSpecification asks() {
        return given().auth().oauth2(accessToken);
    }

    /** The same person, signed in once more. */
    public Owner again() {
        return of(post("/api/sessions", Map.of("login", username, "password", PASSWORD))
                .statusCode(200)
                .extract()
                .jsonPath());
    }

    public String socketToken() {
        return asks().post("/api/socket-token").then().statusCode(200).extract().path("token");
    }

    /** The id of a new avatar. */
    public String createAvatar(String name) {
        return asks().contentType(ContentType.JSON)
                .body(Map.of("name", name))
                .post("/api/avatars")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
