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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.DepartureReason;
import viva.contracts.MessageId;
import viva.contracts.Needs;
import viva.contracts.StateView;
import viva.contracts.WorldTime;
import viva.contracts.message.AnswerDeltaV1;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.BondEndedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.MatchFoundV1;
import viva.contracts.message.MatchLostV1;
import viva.contracts.message.StateChangedV1;
import viva.contracts.message.TypingV1;
import viva.gateway.backend.FakePeers;
import viva.gateway.phoenix.PhoenixClient;
import viva.gateway.phoenix.Visitors;
import viva.platform.messaging.LivePublisher;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** How an owner joins its avatar, and what every device is told of it. */
@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class AvatarChannelTest {
    @TestHTTPResource("/")
    URI server;

    @Inject
    Visitors visitors;

    @Inject
    Happenings happenings;

    @Inject
    LivePublisher live;

    private final Beings beings = Beings.fresh();
    private Devices devices;

    @BeforeEach
    void connect() {
        devices = new Devices(server, visitors, beings);
    }

    @AfterEach
    void close() {
        devices.close();
    }

    @Test
    void an_owner_joins_and_learns_how_the_avatar_is() {
        JsonNode reply = devices.connect().join(beings.topic());

        assertThat(reply.path("status").asText()).isEqualTo("ok");
        JsonNode response = reply.path("response");
        assertThat(response.path("avatar").path("name").asText()).isEqualTo("Luna");
        assertThat(response.path("state").path("energy").asDouble()).isEqualTo(80.0);
        assertThat(response.path("conversation_id").asText()).isEqualTo(new UUID(7, 7).toString());
        assertThat(response.path("while_you_were_away").isArray()).isTrue();
        assertThat(response.path("ai").asBoolean()).isTrue();
        assertThat(response.path("model").path("used").asBoolean()).isTrue();
        assertThat(response.path("model").path("provider").asText()).isEqualTo("models.example.org");
    }

    @Test
    void an_avatar_that_nobody_lives_yet_can_be_joined_all_the_same() {
        AvatarId newborn = new AvatarId(
                new UUID(FakePeers.NOT_ALIVE, beings.owner().value().getLeastSignificantBits()));

        JsonNode reply = devices.connect().join("avatar:" + newborn);

        assertThat(reply.path("status").asText()).isEqualTo("ok");
        assertThat(reply.path("response").path("state").isNull()).isTrue();
    }

    @Test
    void what_is_not_ones_own_is_not_found_whether_it_exists_or_not() {
        PhoenixClient client = devices.connect();

        JsonNode foreign = client.join(Beings.fresh().topic());
        JsonNode nonsense = client.join("avatar:nonsense");
        JsonNode upperCase = client.join("avatar:" + beings.avatar().toString().toUpperCase(java.util.Locale.ROOT));

        assertThat(foreign.toString()).isEqualTo("{\"status\":\"error\",\"response\":{\"reason\":\"not_found\"}}");
        assertThat(nonsense).isEqualTo(foreign);
        assertThat(upperCase).isEqualTo(foreign);
    }

    @Test
    void every_device_of_the_owner_hears_the_answer() {
        PhoenixClient phone = devices.joined();
        PhoenixClient laptop = devices.joined();

        happenings.answers(beings.avatar(), beings.owner(), "Hello you");

        for (PhoenixClient device : List.of(phone, laptop)) {
            JsonNode response = device.awaitPushes("avatar_response", 1).getFirst();
            assertThat(response.path("content").asText()).isEqualTo("Hello you");
            assertThat(response.path("mood").asDouble()).isEqualTo(0.5);
            assertThat(response.path("emotions").path("joy").asDouble()).isEqualTo(0.7);
            assertThat(response.path("tone").asText()).isEqualTo("warm");
            assertThat(response.path("voice").asText()).isEqualTo("offline");
            assertThat(response.path("in_reply_to").asText()).isEqualTo(new UUID(1, 1).toString());
            assertThat(response.path("message_id").asText()).isNotEmpty();
            assertThat(response.path("event_id").asText()).isNotEmpty();
        }
    }

    @Test
    void a_message_is_shown_on_the_other_device_and_not_on_the_one_that_sent_it() {
        PhoenixClient phone = devices.joined();
        PhoenixClient laptop = devices.joined();
        JsonNode receipt = phone.push(beings.topic(), "message", content("Good morning"));
        MessageId id = MessageId.of(receipt.path("response").path("message_id").asText());

        happenings.happens(Happenings.said(beings.avatar(), beings.owner(), Author.OWNER, id, "Good morning"));
        happenings.answers(beings.avatar(), beings.owner(), "Morning!");

        JsonNode shown = laptop.awaitPushes("new_message", 1).getFirst();
        assertThat(shown.path("content").asText()).isEqualTo("Good morning");
        assertThat(shown.path("author").asText()).isEqualTo("owner");
        phone.awaitPushes("avatar_response", 1);
        assertThat(phone.pushed("new_message")).isEmpty();
    }

    @Test
    void an_event_that_comes_twice_is_told_once() {
        PhoenixClient client = devices.joined();
        CloudEvent<ConversationMessageV1> answer = happenings.answers(beings.avatar(), beings.owner(), "once");

        happenings.publish(answer);
        happenings.answers(beings.avatar(), beings.owner(), "last");

        List<JsonNode> pushed = client.awaitPushes("avatar_response", 2);
        assertThat(contents(pushed)).containsExactly("once", "last");
    }

    @Test
    void a_client_that_comes_back_gets_what_it_missed_in_order_and_once() {
        PhoenixClient before = devices.joined();
        IntStream.rangeClosed(1, 3).forEach(i -> happenings.answers(beings.avatar(), beings.owner(), "answer " + i));
        String last =
                before.awaitPushes("avatar_response", 3).get(1).path("event_id").asText();
        before.close();
        IntStream.rangeClosed(4, 8).forEach(i -> happenings.answers(beings.avatar(), beings.owner(), "answer " + i));

        PhoenixClient after = devices.connect();
        JsonNode reply = after.join(beings.topic(), params().put("last_event_id", last));
        happenings.answers(beings.avatar(), beings.owner(), "answer 9");

        assertThat(reply.path("response").path("while_you_were_away")).isEmpty();
        List<JsonNode> pushed = after.awaitPushes("avatar_response", 7);
        assertThat(contents(pushed))
                .containsExactly("answer 3", "answer 4", "answer 5", "answer 6", "answer 7", "answer 8", "answer 9");
    }

    @Test
    void a_client_that_lost_the_line_before_the_first_event_gets_what_it_missed() {
        PhoenixClient before = devices.connect();
        String joined =
                before.join(beings.topic()).path("response").path("event_id").asText();
        before.close();
        happenings.answers(beings.avatar(), beings.owner(), "first");
        happenings.awaitTold(happenings.answers(beings.avatar(), beings.owner(), "second"));

        PhoenixClient after = devices.connect();
        JsonNode reply = after.join(beings.topic(), params().put("last_event_id", joined));

        assertThat(contents(after.awaitPushes("avatar_response", 2))).containsExactly("first", "second");
        assertThat(reply.path("response").path("while_you_were_away")).isEmpty();
        assertThat(reply.path("response").path("event_id").asText()).isEqualTo(joined);
    }

    @Test
    void one_can_resume_after_an_event_that_is_on_no_timeline() {
        PhoenixClient before = devices.joined();
        happenings.answers(beings.avatar(), beings.owner(), "before");
        before.awaitPushes("avatar_response", 1);
        String last = untilPushed(before, "avatar_typing", () -> live.publish(new TypingV1(beings.avatar())))
                .path("event_id")
                .asText();
        before.close();
        happenings.answers(beings.avatar(), beings.owner(), "missed");

        PhoenixClient after = devices.connect();
        after.join(beings.topic(), params().put("last_event_id", last));

        assertThat(contents(after.awaitPushes("avatar_response", 1))).containsExactly("missed");
    }

    @Test
    void a_client_that_begins_anew_reads_what_happened_meanwhile_and_reads_it_once() {
        PhoenixClient before = devices.joined();
        happenings.answers(beings.avatar(), beings.owner(), "seen");
        before.awaitPushes("avatar_response", 1);
        before.push(beings.topic(), "phx_leave");
        PhoenixClient watcher = devices.connect();
        Waiting.await().untilAsserted(() -> assertThat(away(watcher)).isEmpty());
        watcher.push(beings.topic(), "phx_leave");

        happenings.awaitTold(happenings.answers(beings.avatar(), beings.owner(), "meanwhile"));

        PhoenixClient after = devices.connect();
        JsonNode news = away(after);
        assertThat(news).hasSize(1);
        assertThat(news.get(0).path("event").asText()).isEqualTo("avatar_response");
        assertThat(news.get(0).path("content").asText()).isEqualTo("meanwhile");
        after.push(beings.topic(), "phx_leave");
        assertThat(away(after)).isEmpty();
    }

    @Test
    void typing_and_state_are_told_as_they_happen() {
        PhoenixClient client = devices.joined();

        untilPushed(client, "avatar_typing", () -> live.publish(new TypingV1(beings.avatar())));
        JsonNode state =
                untilPushed(client, "state_update", () -> live.publish(new StateChangedV1(beings.avatar(), tired())));

        assertThat(state.path("energy").asDouble()).isEqualTo(10.0);
        assertThat(state.path("needs").path("energy").asDouble()).isEqualTo(10.0);
        assertThat(state.path("event_id").asText()).isNotEmpty();
    }

    @Test
    void parts_of_an_answer_are_told_until_one_is_lost_and_the_answer_replaces_them() {
        PhoenixClient client = devices.joined();
        untilPushed(client, "avatar_typing", () -> live.publish(new TypingV1(beings.avatar())));
        MessageId asked = new MessageId(UUID.randomUUID());
        MessageId next = new MessageId(UUID.randomUUID());

        live.publish(new AnswerDeltaV1(beings.avatar(), asked, 0, "One."));
        live.publish(new AnswerDeltaV1(beings.avatar(), asked, 1, " Two."));
        live.publish(new AnswerDeltaV1(beings.avatar(), asked, 3, " Four."));
        live.publish(new AnswerDeltaV1(beings.avatar(), asked, 4, " Five."));
        live.publish(new AnswerDeltaV1(beings.avatar(), next, 0, "Next."));

        List<JsonNode> parts = client.awaitPushes("avatar_response_delta", 3);
        assertThat(contents(parts)).containsExactly("One.", " Two.", "Next.");
        assertThat(parts.get(1).path("in_reply_to").asText()).isEqualTo(asked.toString());
        assertThat(parts.get(1).path("index").asInt()).isEqualTo(1);
        assertThat(parts.get(1).path("event_id").asText()).isNotEmpty();
        happenings.answers(beings.avatar(), beings.owner(), "One. Two. Three.");
        assertThat(contents(client.awaitPushes("avatar_response", 1))).containsExactly("One. Two. Three.");
    }

    @Test
    void bonds_and_matches_are_told() {
        PhoenixClient client = devices.joined();
        AvatarId other = new AvatarId(new UUID(9, 9));

        happenings.happens(new BondChangedV1(
                beings.avatar(), other, BondStatus.FRIENDS, BondStatus.ACQUAINTANCES, 0.4, 0.5, 0.6, 0.1, 3, null));
        happenings.happens(new MatchFoundV1(beings.avatar(), other, "Milo", 0.87));

        JsonNode bond = client.awaitPushes("relationship_update", 1).getFirst();
        assertThat(bond.path("status").asText()).isEqualTo("friends");
        assertThat(bond.path("with").asText()).isEqualTo(other.toString());
        JsonNode match = client.awaitPushes("match_found", 1).getFirst();
        assertThat(match.path("avatar_id").asText()).isEqualTo(other.toString());
        assertThat(match.path("avatar_name").asText()).isEqualTo("Milo");
        assertThat(match.path("score").asDouble()).isEqualTo(0.87);
        assertThat(match.path("mutual").asBoolean()).isFalse();
    }

    @Test
    void a_bond_that_is_no_more_is_told_without_the_id_of_who_is_gone() {
        PhoenixClient client = devices.joined();
        AvatarId other = new AvatarId(new UUID(9, 9));

        happenings.happens(new MatchLostV1(beings.avatar(), other, DepartureReason.GONE));
        happenings.happens(new MatchFoundV1(beings.avatar(), other, "Milo", 0.87, true));
        happenings.happens(new BondEndedV1(beings.avatar(), other, BondStatus.PARTNERS, DepartureReason.BLOCKED, 8));
        happenings.happens(new BondEndedV1(beings.avatar(), other, BondStatus.PARTNERS, DepartureReason.GONE, 8));

        List<JsonNode> ended = client.awaitPushes("relationship_update", 2);
        assertThat(ended)
                .allSatisfy(end -> assertThat(end.path("change").asText()).isEqualTo("ended"))
                .extracting(end -> end.path("reason").asText())
                .containsExactly("blocked", "gone");
        assertThat(ended.getFirst().path("with").asText()).isEqualTo(other.toString());
        assertThat(ended.getLast().path("with").isNull()).isTrue();
        assertThat(ended.getLast().path("previous_status").asText()).isEqualTo("partners");
        assertThat(client.pushed("match_found")).isEmpty();
    }

    /** Live frames may be lost while a binding is on its way to the broker, so they are said until one is heard. */
    private static JsonNode untilPushed(PhoenixClient client, String event, Runnable saying) {
        Waiting.await().untilAsserted(() -> {
            saying.run();
            assertThat(client.pushed(event)).isNotEmpty();
        });
        return client.pushed(event).getLast();
    }

    private JsonNode away(PhoenixClient client) {
        return client.join(beings.topic()).path("response").path("while_you_were_away");
    }

    private static List<String> contents(List<JsonNode> pushes) {
        return pushes.stream().map(push -> push.path("content").asText()).toList();
    }

    private static ObjectNode params() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode content(String text) {
        return params().put("content", text);
    }

    private static StateView tired() {
        return new StateView(
                new Needs(10, 50, 50, 50),
                10,
                50,
                50,
                50,
                0.3,
                -0.2,
                "tired",
                null,
                "sadness",
                "resting",
                "rest",
                null,
                null,
                false,
                new WorldTime(0));
    }
}
