package viva.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.AvatarId;
import viva.contracts.EndReason;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.EndConversationV1;
import viva.contracts.message.StartConversationV1;
import viva.contracts.message.StateChangedV1;
import viva.contracts.message.ThoughtHadV1;
import viva.contracts.message.TriggerThoughtV1;
import viva.gateway.backend.FakePeers;
import viva.gateway.command.WishTap;
import viva.gateway.phoenix.PhoenixClient;
import viva.gateway.phoenix.Visitors;
import viva.gateway.timeline.Cursor;
import viva.platform.messaging.Broker;
import viva.platform.messaging.LivePublisher;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** What an avatar does by itself, and what its owner can ask of it, over real sockets. */
@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class AutonomousLifeTest {
    private static final AvatarId MILO = Doings.MILO;

    @TestHTTPResource("/")
    URI server;

    @Inject
    Visitors visitors;

    @Inject
    Happenings happenings;

    @Inject
    LivePublisher live;

    @Inject
    Broker broker;

    private final Beings beings = Beings.fresh();
    private final Doings doings = new Doings(beings);
    private Devices devices;
    private WishTap tap;

    @BeforeEach
    void listen() {
        devices = new Devices(server, visitors, beings);
        tap = new WishTap(broker, beings.avatar());
    }

    @AfterEach
    void close() {
        devices.close();
        tap.close();
    }

    @Test
    void an_owner_can_ask_for_a_conversation_with_another_avatar() {
        JsonNode reply = devices.joined().push(beings.topic(), "start_conversation", other(MILO));

        StartConversationV1 wish = tap.await(StartConversationV1.class);
        assertThat(reply.path("response").path("conversation_id").asText())
                .isEqualTo(wish.conversationId().toString());
        assertThat(wish.conversationId().value().version()).isEqualTo(7);
        assertThat(wish.otherId()).isEqualTo(MILO);
        assertThat(wish.ownerId()).isEqualTo(beings.owner());
    }

    @Test
    void the_other_avatar_has_two_names() {
        JsonNode reply =
                devices.joined().push(beings.topic(), "start_conversation", params().put("with", MILO.toString()));

        assertThat(reply.path("status").asText()).isEqualTo("ok");
    }

    @Test
    void nobody_talks_with_an_avatar_that_is_not_there() {
        AvatarId nobody = new AvatarId(new UUID(FakePeers.NOT_ALIVE, 1));

        JsonNode reply = devices.joined().push(beings.topic(), "start_conversation", other(nobody));

        assertThat(reply.path("response").path("reason").asText()).isEqualTo("not_found");
    }

    @Test
    void nobody_talks_with_oneself() {
        JsonNode reply = devices.joined().push(beings.topic(), "start_conversation", other(beings.avatar()));

        assertThat(reply.path("response").path("reason").asText()).isEqualTo("invalid_payload");
    }

    @Test
    void an_owner_can_end_a_conversation_and_ask_for_a_thought() {
        PhoenixClient client = devices.joined();
        ObjectNode conversation = params().put("conversation_id", Doings.TALK.toString());

        assertThat(client.push(beings.topic(), "end_conversation", conversation)
                        .path("status")
                        .asText())
                .isEqualTo("ok");
        assertThat(client.push(beings.topic(), "trigger_thought").path("status").asText())
                .isEqualTo("ok");

        assertThat(tap.await(EndConversationV1.class).conversationId()).isEqualTo(Doings.TALK);
        assertThat(tap.await(TriggerThoughtV1.class).ownerId()).isEqualTo(beings.owner());
    }

    @Test
    void whichever_conversation_it_is_in_can_be_ended() {
        devices.joined().push(beings.topic(), "end_conversation");

        assertThat(tap.await(EndConversationV1.class).conversationId()).isNull();
    }

    @Test
    void memories_are_asked_for() {
        JsonNode reply = devices.joined().push(beings.topic(), "get_memories", params().put("limit", 5));

        assertThat(reply.path("response").path("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start_conversation {}",
                "start_conversation {\"other_avatar_id\":\"nobody\"}",
                "start_conversation {\"with\":7}",
                "end_conversation {\"conversation_id\":\"this\"}",
                "get_memories {\"limit\":101}",
                "get_memories {\"type\":{}}"
            })
    void a_bad_payload_is_answered_with_what_is_wrong(String event) throws Exception {
        int space = event.indexOf(' ');
        ObjectNode payload =
                (ObjectNode) new com.fasterxml.jackson.databind.ObjectMapper().readTree(event.substring(space + 1));

        JsonNode reply = devices.joined().push(beings.topic(), event.substring(0, space), payload);

        assertThat(reply.path("response").path("reason").asText()).isEqualTo("invalid_payload");
    }

    @Test
    void what_was_said_once_for_both_is_told_to_each_side_as_it_knows_it() {
        PhoenixClient client = devices.joined();

        happenings.happens(doings.startedUnwatchedByMilo());
        happenings.happens(doings.endedUnwatchedByMilo(Doings.GOOD));
        happenings.happens(doings.bondWithMilo());

        JsonNode milestone = client.awaitPushes("relationship_update", 2).getLast();
        JsonNode started = client.pushed("conversation_started").getFirst();
        JsonNode ended = client.pushed("conversation_ended").getFirst();
        for (JsonNode told : List.of(started, ended, milestone)) {
            assertThat(told.path("with").asText()).isEqualTo(MILO.toString());
        }
        assertThat(started.path("with_name").asText()).isEqualTo("Milo");
        assertThat(started.path("voiced").asBoolean()).isFalse();
        assertThat(ended.path("outcome").path("turns").asInt()).isEqualTo(6);
        JsonNode changed = client.pushed("relationship_update").getFirst();
        assertThat(changed.path("affection").asDouble()).isEqualTo(0.6);
        assertThat(milestone.path("milestone").asText()).isEqualTo("became_friends");
        assertThat(client.pushed("relationship_update")).hasSize(2);
    }

    @Test
    void a_conversation_among_avatars_is_told_from_its_beginning_to_its_outcome() {
        PhoenixClient client = devices.joined();

        happenings.happens(doings.started());
        happenings.happens(doings.says("Do you like stars?"));
        happenings.happens(doings.hears("I count them."));
        happenings.happens(doings.ended(EndReason.GOODBYE, Doings.GOOD));

        JsonNode ended = client.awaitPushes("conversation_ended", 1).getFirst();
        JsonNode started = client.pushed("conversation_started").getFirst();
        assertThat(started.path("conversation_id").asText()).isEqualTo(Doings.TALK.toString());
        assertThat(started.path("with").asText()).isEqualTo(MILO.toString());
        assertThat(started.path("with_name").asText()).isEqualTo("Milo");
        assertThat(started.path("voiced").asBoolean()).isTrue();
        assertThat(started.path("world_time").asText()).isEqualTo("2030-01-01T17:00:00Z");
        List<JsonNode> words = client.pushed("new_message");
        assertThat(words)
                .extracting(word -> word.path("content").asText())
                .containsExactly("Do you like stars?", "I count them.");
        assertThat(words).extracting(word -> word.path("author").asText()).containsExactly("avatar", "partner");
        assertThat(words.getLast().path("speaker_id").asText()).isEqualTo(MILO.toString());
        assertThat(words.getLast().path("with_name").asText()).isEqualTo("Milo");
        assertThat(words.getFirst().path("act").asText()).isEqualTo("ask");
        assertThat(ended.path("reason").asText()).isEqualTo("goodbye");
        assertThat(ended.path("outcome").path("mutual_understanding").asDouble())
                .isEqualTo(0.6);
        assertThat(ended.path("outcome").path("memorable_act").asText()).isEqualTo("joke");
        assertThat(client.pushed("avatar_response")).isEmpty();
    }

    @Test
    void a_conversation_that_did_not_come_about_has_no_outcome() {
        PhoenixClient client = devices.joined();

        happenings.happens(doings.ended(EndReason.ASLEEP, null));

        JsonNode ended = client.awaitPushes("conversation_ended", 1).getFirst();
        assertThat(ended.path("reason").asText()).isEqualTo("asleep");
        assertThat(ended.path("outcome").isNull()).isTrue();
    }

    @Test
    void thoughts_greetings_and_memories_are_told() {
        PhoenixClient client = devices.joined();

        CloudEvent<ThoughtHadV1> had = happenings.happens(doings.thinks("Today is a good day."));
        happenings.happens(doings.greets("There you are!"));
        happenings.happens(doings.remembers("We laughed a lot.", 0.4));

        JsonNode memory = client.awaitPushes("memory_formed", 1).getFirst();
        JsonNode thought = client.pushed("thought").getFirst();
        JsonNode greeting = client.pushed("greeting").getFirst();
        assertThat(thought.path("content").asText()).isEqualTo("Today is a good day.");
        assertThat(thought.path("topic").asText()).isEqualTo("happy");
        assertThat(thought.path("timestamp").asText())
                .isEqualTo(thought.path("at").asText());
        assertThat(thought.path("event_id").asText()).endsWith(had.id().toString());
        assertThat(greeting.path("content").asText()).isEqualTo("There you are!");
        assertThat(greeting.path("emotions").path("joy").asDouble()).isEqualTo(0.7);
        assertThat(greeting.path("tone").asText()).isEqualTo("warm");
        assertThat(memory.path("type").asText()).isEqualTo("interaction");
        assertThat(memory.path("importance").asDouble()).isEqualTo(0.4);
    }

    @Test
    void falling_asleep_and_waking_are_told_once_each() {
        PhoenixClient client = devices.joined();
        Waiting.await().untilAsserted(() -> {
            live.publish(state("idle", false));
            assertThat(client.pushed("status")).isNotEmpty();
        });

        for (boolean asleep : new boolean[] {true, true, false, false}) {
            live.publish(state(asleep ? "sleeping" : "idle", asleep));
        }
        live.publish(state("in_conversation", false));

        assertThat(client.awaitPushes("status", 4))
                .extracting(status -> status.path("activity").asText())
                .containsExactly("idle", "sleeping", "idle", "in_conversation");
        assertThat(client.pushed("status").get(1).path("asleep").asBoolean()).isTrue();
        assertThat(client.pushed("status").get(1).has("interacting_with")).isTrue();
        assertThat(client.pushed("state_update").size()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void a_status_and_the_state_it_came_with_have_ids_of_their_own() {
        PhoenixClient client = devices.joined();
        Waiting.await().untilAsserted(() -> {
            live.publish(state("idle", false));
            assertThat(client.pushed("status")).isNotEmpty();
        });

        live.publish(state("sleeping", true));

        client.awaitPushes("status", 2);
        assertThat(Stream.of("state_update", "status")
                        .flatMap(event -> client.pushed(event).stream())
                        .map(push -> push.path("event_id").asText()))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(Cursor.parse(id)).hasToString(id));
    }

    @Test
    void the_digest_tells_what_matters_of_a_busy_life() {
        happenings.answers(beings.avatar(), beings.owner(), "I missed you.");
        happenings.happens(doings.started());
        for (int turn = 0; turn < 60; turn++) {
            happenings.happens(doings.says("word " + turn));
        }
        happenings.happens(doings.ended(EndReason.GOODBYE, Doings.GOOD));
        happenings.happens(doings.ended(EndReason.ASLEEP, null));
        happenings.happens(doings.thinks("Hm."));
        happenings.happens(doings.greets("Hello!"));
        happenings.happens(doings.remembers("A small thing.", 0.49));
        happenings.awaitTold(happenings.happens(doings.remembers("A big thing.", 0.5)));

        JsonNode away = devices.connect().join(beings.topic()).path("response").path("while_you_were_away");

        assertThat(away)
                .extracting(line -> line.path("event").asText())
                .containsExactly("avatar_response", "conversation_ended", "memory_formed");
        assertThat(away.get(2).path("content").asText()).isEqualTo("A big thing.");
    }

    private StateChangedV1 state(String activity, boolean asleep) {
        return new StateChangedV1(beings.avatar(), Doings.state(activity, asleep));
    }

    private static ObjectNode params() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode other(AvatarId avatar) {
        return params().put("other_avatar_id", avatar.toString());
    }
}
