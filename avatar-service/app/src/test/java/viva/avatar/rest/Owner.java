package viva.avatar.rest;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import viva.platform.testkit.TestTokens;

/** An account that talks to the avatar service, as the gateway lets it. */
public record Owner(UUID account) {
    public static Owner anew() {
        return new Owner(UUID.randomUUID());
    }

    public RequestSpecification asks() {
        return given().header("Authorization", TestTokens.bearer("avatar", account))
                .contentType(ContentType.JSON);
    }

    public JsonPath creates(String body) {
        return asks().body(body)
                .post("/avatars")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public String createsLuna() {
        return creates(LUNA).getString("id");
    }

    HttpRequest wishesForLuna() {
        return HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/avatars"))
                .header("Authorization", TestTokens.bearer("avatar", account))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(LUNA))
                .build();
    }

    public static final String LUNA = """
            {"name": " Luna ", "bio": "Looks up.", "gender": "woman", "age": 27, "locale": "en",
             "personality": {"openness": 0.85, "conscientiousness": 0.6, "extraversion": 0.4, "agreeableness": 0.75,
               "neuroticism": 0.3, "humor_style": "witty", "love_language": "words", "attachment_style": "secure",
               "interests": ["astronomy", "philosophy", "Astronomy "], "values": ["growth"]}}
            """;
}
