package viva.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import viva.contracts.ConversationId;
import viva.contracts.EndReason;
import viva.gateway.backend.FakePeers;
import viva.gateway.phoenix.PhoenixClient;
import viva.gateway.phoenix.Visitors;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class ConversationChannelTest {
    @TestHTTPResource("/")
    URI server;

    @Inject
    Visitors visitors;

    @Inject
    Happenings happenings;

    private final Beings beings = Beings.fresh();
    private final Doings doings = new Doings(beings);
    private final ConversationId talk = new ConversationId(beings.avatar().value());
    private final String topic = "conversation:" + talk;
    private final List<PhoenixClient> clients = new ArrayList<>();

    @AfterEach
    void close() {
        clients.forEach(PhoenixClient::close);
    }

    @Test
    void an_owner_of_either_side_follows_the_conversation_and_nothing_else() {
        PhoenixClient client = connect(beings);

        JsonNode reply = client.join(topic);
        happenings.happens(doings.says("in another conversation"));
        happenings.happens(doings.thinks("a thought"));
        happenings.happens(doings.saysIn(talk, "Hello Milo"));
        happenings.happens(doings.ended(talk, EndReason.GOODBYE, Doings.GOOD));

        assertThat(reply.path("response").path("conversation").path("with_name").asText())
                .isEqualTo("Milo");
        JsonNode ended = client.awaitPushes("conversation_ended", 1).getFirst();
        assertThat(ended.path("conversation_id").asText()).isEqualTo(talk.toString());
        assertThat(client.pushed("new_message"))
                .extracting(word -> word.path("content").asText())
                .containsExactly("Hello Milo");
        assertThat(client.pushed("thought")).isEmpty();
    }

    @Test
    void one_device_may_follow_the_avatar_and_its_conversation() {
        PhoenixClient client = connect(beings);
        client.join(beings.topic());
        client.join(topic);

        happenings.happens(doings.saysIn(talk, "Hello Milo"));

        client.awaitPushes("new_message", 2);
        assertThat(client.all().stream()
                        .filter(frame -> frame.get(3).asText().equals("new_message"))
                        .map(frame -> frame.get(2).asText()))
                .containsExactlyInAnyOrder(beings.topic(), topic);
    }

    @Test
    void who_follows_a_conversation_has_not_seen_the_rest() {
        PhoenixClient client = connect(beings);
        client.join(topic);
        happenings.answers(beings.avatar(), beings.owner(), "news");
        happenings.happens(doings.saysIn(talk, "Hello Milo"));
        client.awaitPushes("new_message", 1);

        client.push(topic, "phx_leave");

        JsonNode away = client.join(beings.topic()).path("response").path("while_you_were_away");
        assertThat(away).extracting(line -> line.path("content").asText()).containsExactly("news");
    }

    @Test
    void a_client_that_lost_the_line_before_the_first_event_gets_what_it_missed() {
        PhoenixClient before = connect(beings);
        String joined = before.join(topic).path("response").path("event_id").asText();
        before.close();
        happenings.awaitTold(happenings.happens(doings.saysIn(talk, "one")));

        PhoenixClient after = connect(beings);
        after.join(topic, JsonNodeFactory.instance.objectNode().put("last_event_id", joined));

        assertThat(after.awaitPushes("new_message", 1))
                .extracting(word -> word.path("content").asText())
                .containsExactly("one");
    }

    @Test
    void a_client_that_comes_back_gets_what_it_missed() {
        PhoenixClient before = connect(beings);
        before.join(topic);
        happenings.happens(doings.saysIn(talk, "one"));
        String last =
                before.awaitPushes("new_message", 1).getFirst().path("event_id").asText();
        before.close();
        happenings.happens(doings.saysIn(talk, "two"));

        PhoenixClient after = connect(beings);
        after.join(topic, JsonNodeFactory.instance.objectNode().put("last_event_id", last));

        assertThat(after.awaitPushes("new_message", 1))
                .extracting(word -> word.path("content").asText())
                .containsExactly("two");
    }

    @Test
    void others_conversations_are_not_found() {
        PhoenixClient stranger = connect(Beings.fresh());

        for (String other : List.of(topic, "conversation:nonsense", "conversation:" + UUID.randomUUID())) {
            assertThat(stranger.join(other).toString())
                    .isEqualTo("{\"status\":\"error\",\"response\":{\"reason\":\"not_found\"}}");
        }
    }

    @Test
    void there_is_nothing_to_ask_of_a_conversation() {
        PhoenixClient client = connect(beings);
        client.join(topic);

        assertThat(client.push(topic, "interrupt")
                        .path("response")
                        .path("reason")
                        .asText())
                .isEqualTo("unknown event");
    }

    private PhoenixClient connect(Beings who) {
        PhoenixClient client = PhoenixClient.connect(server, visitors.socketToken(who.owner()));
        clients.add(client);
        return client;
    }
}
