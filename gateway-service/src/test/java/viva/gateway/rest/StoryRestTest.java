package viva.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.EndReason;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.BondFormedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.EraseConcernV1;
import viva.contracts.message.Event;
import viva.contracts.message.MatchFoundV1;
import viva.contracts.message.MilestoneReachedV1;
import viva.contracts.message.StartConversationV1;
import viva.contracts.message.TriggerThoughtV1;
import viva.gateway.channel.Beings;
import viva.gateway.channel.Doings;
import viva.gateway.channel.Happenings;
import viva.gateway.command.WishTap;
import viva.gateway.support.FakeServices;
import viva.gateway.support.Owner;
import viva.platform.messaging.Broker;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** What an avatar went through, and why, over the public REST. */
@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakeServices.class)
class StoryRestTest {
    @Inject
    Happenings happenings;

    @Inject
    Broker broker;

    private Owner owner;
    private AvatarId luna;
    private Doings doings;

    @BeforeEach
    void luna() {
        owner = Owner.signUp();
        luna = AvatarId.of(owner.createAvatar("Luna"));
        doings = new Doings(new Beings(AccountId.of(owner.id()), luna));
    }

    @Test
    void the_reasons_of_each_kind_of_event_are_looked_for_where_they_are() {
        var greeting = doings.greets("Hello!");

        because(doings.thinks("Hm."), "tick=42");
        because(greeting, "message=" + greeting.messageId());
        because(doings.says("Hello Milo"), "conversation=" + Doings.TALK);
        because(doings.started(), "conversation=" + Doings.TALK);
        because(doings.ended(EndReason.GOODBYE, Doings.GOOD), "conversation=" + Doings.TALK);
        because(bondChanged(Doings.TALK), "conversation=" + Doings.TALK);
    }

    @Test
    void a_bond_formed_or_reached_something_with_its_nearest_change() {
        ConversationId later = new ConversationId(new UUID(11, 11));
        CloudEvent<BondFormedV1> formed =
                happenings.happens(new BondFormedV1(luna, Doings.MILO, BondStatus.ACQUAINTANCES));
        awaitWhy(formed).body("items", hasSize(0)).body("note", notNullValue());

        happenings.happens(bondChanged(Doings.TALK));
        because(doings.thinks("in between"), "tick=42");
        happenings.happens(bondChanged(later));
        CloudEvent<MilestoneReachedV1> friends =
                happenings.happens(new MilestoneReachedV1(luna, Doings.MILO, "became_friends"));

        awaitWhy(friends).body("query", equalTo("conversation=" + later));
        awaitWhy(formed).body("query", equalTo("conversation=" + Doings.TALK));
    }

    @Test
    void what_stems_from_no_mind_has_no_reasons_and_says_so() {
        awaitWhy(happenings.happens(new MatchFoundV1(luna, Doings.MILO, "Milo", 0.8)))
                .body("items", hasSize(0))
                .body("note", notNullValue())
                .body("event.name", equalTo("match_found"));
        awaitWhy(happenings.happens(bondChanged(null))).body("items", hasSize(0));
        awaitWhy(happenings.happens(bondChanged(new ConversationId(FakeServices.FORGOTTEN))))
                .body("items", hasSize(0));
    }

    @Test
    void an_event_is_named_as_it_was_pushed_or_by_its_bare_id() {
        CloudEvent<?> thought = happenings.happens(doings.thinks("Hm."));

        awaitWhy(thought)
                .body("event.name", equalTo("thought"))
                .body("event.payload.content", equalTo("Hm."))
                .body("event.payload.event_id", endsWith(thought.id().toString()));
        why("1-" + thought.id()).statusCode(200).body("query", equalTo("tick=42"));
    }

    @Test
    void an_event_of_another_avatar_is_not_found() {
        CloudEvent<?> thought = happenings.happens(doings.thinks("Hm."));
        awaitWhy(thought);

        String milo = owner.createAvatar("Milo");
        problem(
                owner.asks()
                        .get("/api/avatars/" + milo + "/why?event=" + thought.id())
                        .then(),
                404);
        problem(
                Owner.signUp()
                        .asks()
                        .get("/api/avatars/" + luna + "/why?event=" + thought.id())
                        .then(),
                404);
        problem(why(UUID.randomUUID().toString()), 404);
        problem(why("yesterday"), 422);
        problem(owner.asks().get("/api/avatars/" + luna + "/why").then(), 422);
    }

    @Test
    void the_digest_tells_the_news_since_an_instant() {
        happenings.happens(doings.thinks("Hm."));
        happenings.happens(doings.ended(EndReason.GOODBYE, Doings.GOOD));
        awaitWhy(happenings.happens(doings.remembers("A big thing.", 0.9)));

        digest("").body("items.event", contains("conversation_ended", "memory_formed"));
        digest("?since=2026-01-01T00:00:00Z").body("items.event", contains("conversation_ended", "memory_formed"));
        digest("?since=" + Instant.now().plusSeconds(60)).body("items", hasSize(0));
        problem(
                owner.asks()
                        .get("/api/avatars/" + luna + "/digest?since=yesterday")
                        .then(),
                422);
    }

    @Test
    void the_digest_says_once_what_reads_the_same() {
        CloudEvent<?> last = null;
        for (int number = 1; number <= 12; number++) {
            last = happenings.happens(new MatchFoundV1(luna, new AvatarId(new UUID(5, number)), "Sol", 0.8));
        }
        awaitWhy(last);

        digest("").body("items.event", contains("match_found")).body("items[0].count", equalTo(12));
    }

    @Test
    void a_conversation_and_a_thought_are_asked_for() {
        String milo = Owner.signUp().createAvatar("Milo");
        try (WishTap tap = new WishTap(broker, luna)) {
            String conversation = post("/conversations", Map.of("other_avatar_id", milo))
                    .statusCode(202)
                    .extract()
                    .path("conversation_id");
            post("/thoughts", Map.of()).statusCode(202).body("request_id", notNullValue());

            StartConversationV1 wish = tap.await(StartConversationV1.class);
            assertThat(wish.conversationId()).hasToString(conversation);
            assertThat(wish.otherId()).hasToString(milo);
            assertThat(tap.await(TriggerThoughtV1.class).ownerId()).hasToString(owner.id());
        }
    }

    @Test
    void an_owner_erases_the_concern_of_their_own_avatar_alone() {
        try (WishTap tap = new WishTap(broker, luna)) {
            problem(
                    Owner.signUp()
                            .asks()
                            .delete("/api/avatars/" + luna + "/concern")
                            .then(),
                    404);

            owner.asks().delete("/api/avatars/" + luna + "/concern").then().statusCode(202);

            assertThat(tap.await(EraseConcernV1.class).ownerId()).hasToString(owner.id());
            assertThat(tap.heard(EraseConcernV1.class)).hasSize(1);
        }
    }

    @Test
    void a_partner_must_be_another_avatar_that_is_there() {
        problem(post("/conversations", Map.of("other_avatar_id", luna.toString())), 422)
                .body("errors[0].field", equalTo("other_avatar_id"));
        problem(post("/conversations", Map.of()), 422).body("errors[0].field", equalTo("other_avatar_id"));
        problem(
                post(
                        "/conversations",
                        Map.of("other_avatar_id", UUID.randomUUID().toString())),
                404);
    }

    @Test
    void a_conversation_and_its_messages_are_asked_of_the_life_service() {
        owner.asks()
                .get("/api/conversations/" + luna)
                .then()
                .statusCode(200)
                .body("path", equalTo("/conversations/" + luna));
        owner.asks()
                .get("/api/conversations/" + luna + "/messages?limit=5")
                .then()
                .statusCode(200)
                .body("path", equalTo("/conversations/" + luna + "/messages"))
                .body("query", equalTo("limit=5"));
    }

    private void because(Event event, String query) {
        awaitWhy(happenings.happens(event))
                .body("path", equalTo("/avatars/" + luna + "/why"))
                .body("query", equalTo(query));
    }

    /** The event is on its way to the timeline. */
    private ValidatableResponse awaitWhy(CloudEvent<?> event) {
        Waiting.await().until(() -> why(event.id().toString()).extract().statusCode() == 200);
        return why(event.id().toString());
    }

    private ValidatableResponse why(String event) {
        return owner.asks().get("/api/avatars/" + luna + "/why?event=" + event).then();
    }

    private ValidatableResponse digest(String query) {
        return owner.asks()
                .get("/api/avatars/" + luna + "/digest" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse post(String path, Object body) {
        return owner.asks()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/avatars/" + luna + path)
                .then();
    }

    private BondChangedV1 bondChanged(ConversationId conversation) {
        return new BondChangedV1(
                luna, Doings.MILO, BondStatus.FRIENDS, BondStatus.FRIENDS, 0.4, 0.5, 0.6, 0.1, 3, conversation);
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }
}
