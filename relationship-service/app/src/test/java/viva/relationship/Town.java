package viva.relationship;

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

/** A world around the relationship service: an avatar service that speaks on the broker, and owners who ask. */
public record Town(EventTap broker) {
    /** An avatar and the account it belongs to. */
    public record Resident(AvatarId id, UUID owner) {
        public RequestSpecification asks() {
            return given().header("Authorization", TestTokens.bearer("relationship", owner))
                    .contentType(ContentType.JSON);
        }

        public JsonPath meets(Resident other, String changes) {
            return tells(other, changes).then().statusCode(200).extract().jsonPath();
        }

        public Response tells(Resident other, String changes) {
            return asks().body("{\"avatar_id\": \"%s\", \"other_id\": \"%s\", %s}".formatted(id, other.id, changes))
                    .post("/bonds/evolve");
        }

        public JsonPath seesBondWith(Resident other) {
            return asks().get("/avatars/" + id + "/bonds/" + other.id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
        }

        public int asksForBonds() {
            return asks().get("/avatars/" + id + "/bonds").statusCode();
        }
    }

    /** An avatar that this service has heard of. */
    public Resident resident() throws IOException {
        Resident resident = unheardOf();
        bears(resident);
        return resident;
    }

    /** An avatar that this service has not heard of. */
    public static Resident unheardOf() {
        return new Resident(new AvatarId(UUID.randomUUID()), UUID.randomUUID());
    }

    /** Tells this service of an avatar, and waits until it knows. */
    public void bears(Resident resident) throws IOException {
        announce(new AvatarCreatedV1(resident.id(), new AccountId(resident.owner()), 1, profile()));
        await().until(() -> resident.asksForBonds() == 200);
    }

    public CloudEvent<?> announce(Event event) throws IOException {
        CloudEvent<Event> envelope =
                CloudEvent.first(UUID.randomUUID(), "/viva/test", Instant.now(), null, null, event);
        broker.say(MessageTypes.topicOf(envelope.type()) + "." + event.avatarId(), Envelopes.encode(envelope));
        return envelope;
    }

    public static AvatarProfile profile() {
        UnitInterval half = UnitInterval.HALF;
        Personality personality = new Personality(
                half,
                half,
                half,
                half,
                half,
                HumorStyle.WITTY,
                LoveLanguage.TIME,
                AttachmentStyle.SECURE,
                List.of("tea"),
                List.of("growth"));
        return new AvatarProfile("Ana", "", null, null, "en", personality);
    }
}
