package viva.life.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.OwnerMessageV1;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.StateChangedV1;
import viva.contracts.message.TypingV1;
import viva.contracts.message.WatchedV1;
import viva.contracts.message.WorldClockV1;
import viva.life.peer.Peers;
import viva.platform.messaging.Envelopes;
import viva.platform.messaging.Topology;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** The whole service over its real edges: the test plays the gateway, the avatar service and the llm service. */
@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class LifeServiceTest {
    private static final Duration PATIENCE = Waiting.PATIENCE;

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    private final AvatarId avatar = new AvatarId(UUID.randomUUID());
    private final AccountId owner = new AccountId(UUID.randomUUID());
    private Peers peers;

    @BeforeEach
    void the_other_services() {
        peers = new Peers(broker);
    }

    @AfterEach
    void they_go() {
        peers.close();
    }

    private static RequestSpecification as(AccountId account) {
        return given().header("Authorization", TestTokens.bearer("life", account));
    }

    private void live() {
        peers.awaitAlive(avatar, owner);
    }

    private CloudEvent<SpeakV1> requestFor(CloudEvent<OwnerMessageV1> message) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> peers.request(),
                        request -> request != null
                                && request.data()
                                        .inReplyTo()
                                        .equals(message.data().messageId()));
    }

    private List<ConversationMessageV1> said(int count) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> peers.heard(ConversationMessageV1.class, avatar).stream()
                                .map(event -> (ConversationMessageV1) event.data())
                                .toList(),
                        said -> said.size() >= count);
    }

    private String conversation() {
        return as(owner).get("/avatars/{id}/conversation", avatar.toString()).path("conversation_id");
    }

    @Test
    void a_new_avatar_is_alive_and_has_a_state() {
        live();

        as(owner)
                .get("/avatars/{id}/state", avatar.toString())
                .then()
                .statusCode(200)
                .body("needs.energy", notNullValue())
                .body("energy", notNullValue())
                .body("mood_label", notNullValue())
                .body("activity", notNullValue())
                .body("world_time", notNullValue());
    }

    @Test
    void an_owners_message_is_stored_worded_answered_and_told() {
        live();

        CloudEvent<OwnerMessageV1> message = peers.wrote(avatar, owner, "How are you today?");
        CloudEvent<SpeakV1> request = requestFor(message);
        peers.words(request, "Quite well, thank you.");
        List<ConversationMessageV1> said = said(2);

        assertThat(request.data().said()).isEqualTo("How are you today?");
        assertThat(request.data().profile().name()).isEqualTo("Ada");
        assertThat(request.correlationid()).isEqualTo(message.id());
        assertThat(said).extracting(ConversationMessageV1::author).containsExactly(Author.OWNER, Author.AVATAR);
        assertThat(said.getLast().inReplyTo()).isEqualTo(message.data().messageId());
        assertThat(said.getLast().content()).isEqualTo("Quite well, thank you.");
        assertThat(said.getLast().emotions()).isNotNull();
        assertThat(peers.heard(TypingV1.class, avatar)).isNotEmpty();
        as(owner)
                .get("/conversations/{id}/messages", conversation())
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].author", equalTo("avatar"))
                .body("items[0].content", equalTo("Quite well, thank you."))
                .body("items[0].tone", equalTo("warm"))
                .body("items[1].author", equalTo("owner"))
                .body("next_cursor", nullValue());
    }

    @Test
    void whatever_comes_twice_takes_effect_once() {
        live();
        CloudEvent<OwnerMessageV1> message = peers.wrote(avatar, owner, "Hello!");
        peers.command(message);
        peers.command(Peers.envelope(message.data()));
        CloudEvent<SpeakV1> request = requestFor(message);
        var words = peers.words(request, "Hello yourself.");
        peers.command(words);
        peers.words(request, "Other words.");

        peers.created(avatar, owner);
        CloudEvent<OwnerMessageV1> next = peers.wrote(avatar, owner, "Still there?");
        CloudEvent<SpeakV1> second = requestFor(next);
        peers.words(second, "Yes.");
        List<ConversationMessageV1> said = said(4);

        assertThat(said)
                .extracting(ConversationMessageV1::content)
                .containsExactly("Hello!", "Hello yourself.", "Still there?", "Yes.");
        assertThat(second.data().recent())
                .extracting(SpeakV1.Line::content)
                .containsExactly("Hello!", "Hello yourself.");
        assertThat(peers.requests()).isEmpty();
    }

    @Test
    void a_message_that_overtakes_the_birth_waits_for_it() {
        CloudEvent<OwnerMessageV1> message = peers.wrote(avatar, owner, "Anybody there?");

        live();

        assertThat(requestFor(message).data().said()).isEqualTo("Anybody there?");
    }

    @Test
    void what_makes_no_sense_is_a_dead_letter_and_holds_nobody_up() {
        live();
        String queue = Topology.shardQueue(ShardId.of(avatar));
        List<String> dead = new ArrayList<>();

        peers.garbage(queue, "not json");
        var foreign = peers.wrote(avatar, new AccountId(UUID.randomUUID()), "I am not the owner");
        var blank = peers.wrote(avatar, owner, " ");
        var unstorable = peers.wrote(avatar, owner, "PostgreSQL stores no \0 character");
        CloudEvent<OwnerMessageV1> message = peers.wrote(avatar, owner, "Hello!");

        assertThat(requestFor(message)).isNotNull();
        await().atMost(PATIENCE).untilAsserted(() -> {
            dead.addAll(peers.takeDead(queue));
            assertThat(dead)
                    .contains(
                            "not json",
                            Envelopes.encode(foreign),
                            Envelopes.encode(blank),
                            Envelopes.encode(unstorable));
        });
        assertThat(dead).doesNotContain(Envelopes.encode(message));
    }

    @Test
    void a_watched_avatar_is_shown() {
        live();

        peers.live(Peers.envelope(new WatchedV1(avatar)));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(peers.heard(StateChangedV1.class, avatar)).isNotEmpty());
    }

    @Test
    void an_avatar_that_is_deleted_leaves_nothing() {
        live();
        peers.words(requestFor(peers.wrote(avatar, owner, "Hello!")), "Hello.");
        said(2);
        String conversation = conversation();

        peers.say(Peers.envelope(new AvatarDeletedV1(avatar, 2)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(as(owner)
                                .get("/avatars/{id}/state", avatar.toString())
                                .statusCode())
                        .isEqualTo(404));
        as(owner).get("/conversations/{id}/messages", conversation).then().statusCode(404);
    }

    @Test
    void others_avatars_are_answered_exactly_as_unknown_ones() {
        live();
        AccountId stranger = new AccountId(UUID.randomUUID());

        String others = as(stranger)
                .get("/avatars/{id}/state", avatar.toString())
                .then()
                .statusCode(404)
                .extract()
                .path("detail");
        String unknown = as(stranger)
                .get("/avatars/{id}/state", UUID.randomUUID().toString())
                .then()
                .statusCode(404)
                .extract()
                .path("detail");

        assertThat(others).isEqualTo(unknown);
        as(stranger).get("/avatars/{id}/conversation", avatar.toString()).then().statusCode(404);
        as(stranger).get("/conversations/{id}/messages", conversation()).then().statusCode(404);
        given().get("/avatars/{id}/state", avatar.toString()).then().statusCode(401);
    }

    @Test
    void pages_of_messages_follow_each_other_without_gap_or_overlap() {
        live();
        for (int n = 0; n < 3; n++) {
            peers.words(requestFor(peers.wrote(avatar, owner, "message " + n)), "answer " + n);
            said(2 * n + 2);
        }

        var first = as(owner).queryParam("limit", 4).get("/conversations/{id}/messages", conversation());
        var second = as(owner)
                .queryParam("limit", 4)
                .queryParam("cursor", first.<String>path("next_cursor"))
                .get("/conversations/{id}/messages", conversation());

        assertThat(first.<List<String>>path("items.content"))
                .containsExactly("answer 2", "message 2", "answer 1", "message 1");
        assertThat(second.<List<String>>path("items.content")).containsExactly("answer 0", "message 0");
        assertThat(second.<String>path("next_cursor")).isNull();
        as(owner)
                .queryParam("cursor", "nonsense")
                .get("/conversations/{id}/messages", conversation())
                .then()
                .statusCode(400);
    }

    @Test
    void an_operator_stops_and_starts_the_world() {
        as(owner).post("/world/pause").then().statusCode(403);
        var operator = given().header(
                        "Authorization",
                        "Bearer "
                                + TestTokens.internal("life", owner)
                                        .withGroups("operator")
                                        .sign());

        int version = operator.post("/world/pause")
                .then()
                .body("running", equalTo(false))
                .extract()
                .<Integer>path("version");
        String stopped = as(owner).get("/world").path("world_time");
        String still = as(owner).get("/world").path("world_time");
        operator.post("/world/resume").then().body("running", equalTo(true)).body("scale", equalTo(10.0f));

        assertThat(still).isEqualTo(stopped);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(peers.heard(WorldClockV1.class, WorldClockV1.WORLD))
                        .hasSize(2));
        assertThat(version).isPositive();
    }
}
