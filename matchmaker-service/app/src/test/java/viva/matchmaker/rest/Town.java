package viva.matchmaker.rest;

import static io.restassured.RestAssured.given;
import static viva.platform.testkit.Waiting.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Personality;
import viva.contracts.UnitInterval;
import viva.contracts.message.AvatarCreatedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Event;
import viva.contracts.message.MessageTypes;
import viva.platform.messaging.Envelopes;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.TestTokens;

/** A world around the matchmaker: other services that speak on the broker, and owners who ask. */
public record Town(EventTap broker) {
    /** An avatar and the account it belongs to. */
    public record Single(AvatarId id, UUID owner) {
        RequestSpecification asks() {
            return given().header("Authorization", TestTokens.bearer("matchmaker", owner))
                    .contentType(ContentType.JSON);
        }

        Response matches() {
            return asks().get("/avatars/" + id + "/matches?limit=100");
        }

        List<String> offered() {
            return matches().jsonPath().getList("items.avatar.id", String.class);
        }

        JsonPath scoreWith(Single other) {
            return asks().get("/avatars/" + id + "/score/" + other.id).jsonPath();
        }

        Response says(String verdict, Single other) {
            return asks().body("{\"avatar_id\": \"" + other.id + "\"}").post("/avatars/" + id + "/" + verdict);
        }
    }

    /** An avatar that this service has heard of; {@code topic} is its only interest and its only value. */
    public Single single(String topic) throws IOException {
        return single(topic, UUID.randomUUID());
    }

    Single single(String topic, UUID owner) throws IOException {
        return single(topic, new Single(new AvatarId(UUID.randomUUID()), owner));
    }

    Single single(String topic, Single single) throws IOException {
        announce(new AvatarCreatedV1(single.id(), new AccountId(single.owner()), 1, profile(topic)));
        await().until(() -> single.matches().statusCode() == 200);
        return single;
    }

    public void announce(Event event) throws IOException {
        CloudEvent<Event> envelope =
                CloudEvent.first(UUID.randomUUID(), "/viva/test", Instant.now(), null, null, event);
        broker.say(MessageTypes.topicOf(envelope.type()) + "." + event.avatarId(), Envelopes.encode(envelope));
    }

    public static AvatarProfile profile(String topic) {
        UnitInterval half = UnitInterval.HALF;
        List<String> tags = topic.isEmpty() ? List.of() : List.of(topic);
        Personality personality = new Personality(
                half, half, half, half, half, HumorStyle.WITTY, LoveLanguage.TIME, AttachmentStyle.SECURE, tags, tags);
        return new AvatarProfile("One for " + topic, "", null, 30, "en", personality);
    }
}
