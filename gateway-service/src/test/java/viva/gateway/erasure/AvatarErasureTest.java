package viva.gateway.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.ConversationType;
import viva.contracts.DialogueAct;
import viva.contracts.EndReason;
import viva.contracts.Mention;
import viva.contracts.MessageId;
import viva.contracts.VoiceKind;
import viva.contracts.WorldTime;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.GreetingSaidV1;
import viva.contracts.message.MatchFoundV1;
import viva.contracts.message.MemoryFormedV1;
import viva.gateway.backend.FakePeers;
import viva.gateway.channel.Beings;
import viva.gateway.channel.Doings;
import viva.gateway.channel.Happenings;
import viva.gateway.command.ClientId;
import viva.gateway.command.MessageContent;
import viva.gateway.command.OwnerMessages;
import viva.gateway.phoenix.PhoenixClient;
import viva.gateway.phoenix.Visitors;
import viva.gateway.presence.Presence;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.Leftovers;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class AvatarErasureTest {
    private static final WorldTime FIVE = WorldTime.parse("2030-01-01T17:00:00Z");

    @TestHTTPResource("/")
    URI server;

    @ConfigProperty(name = "viva.messaging.url")
    String broker;

    @Inject
    Visitors visitors;

    @Inject
    Happenings happenings;

    @Inject
    OwnerMessages messages;

    @Inject
    Presence presence;

    @Inject
    ReactiveRedisDataSource redis;

    @Inject
    DataSource database;

    @Inject
    Pool pool;

    private final Beings luna = Beings.fresh();
    private final Beings sol = Beings.fresh();
    private final ConversationId talk = new ConversationId(UUID.randomUUID());
    private final List<PhoenixClient> clients = new ArrayList<>();
    private EventTap answers;

    @BeforeEach
    void listen() throws Exception {
        answers = new EventTap(broker, "erasure.done.*");
    }

    @AfterEach
    void close() throws Exception {
        clients.forEach(PhoenixClient::close);
        answers.close();
    }

    @Test
    void an_erased_avatar_has_no_timeline_no_messages_and_no_presence() {
        happenings.awaitTold(happenings.answers(luna.avatar(), luna.owner(), "a canary"));
        messages.take(luna.owner(), luna.avatar(), new MessageContent("a canary"), new ClientId("c1"))
                .await()
                .atMost(Waiting.PATIENCE);
        presence.here(List.of(luna.avatar()));
        await().untilAsserted(() -> assertThat(seen(luna.avatar())).isTrue());

        erase(luna.avatar(), 0);

        awaitNowhere(luna.avatar());
        assertThat(seen(luna.avatar())).isFalse();
    }

    @Test
    void what_is_said_of_an_erased_avatar_later_comes_onto_no_timeline() {
        erase(luna.avatar(), 0);

        happenings.answers(luna.avatar(), luna.owner(), "too late");
        happenings.happens(new BondChangedV1(
                sol.avatar(), luna.avatar(), BondStatus.FRIENDS, BondStatus.STRANGERS, .5, .5, .5, .5, 1, null));
        // The queue keeps the order of one avatar: when this is told, so was what came before.
        happenings.awaitTold(happenings.answers(sol.avatar(), sol.owner(), "still here"));

        awaitNowhere(luna.avatar());
        assertThat(payloads(sol.avatar())).hasSize(1);
    }

    @Test
    void on_others_timelines_stays_what_they_said_to_somebody_who_is_gone() {
        happenings.happens(said(sol.avatar(), "Hello Luna, at lunatics?"));
        happenings.happens(said(luna.avatar(), "a canary"));
        happenings.happens(new MatchFoundV1(sol.avatar(), luna.avatar(), "Luna", .9));
        happenings.happens(remembered("I met Luna.", List.of(luna.avatar())));
        happenings.awaitTold(happenings.happens(new ConversationEndedV1(
                sol.avatar(), sol.owner(), luna.avatar(), "Luna", talk, true, true, EndReason.GOODBYE, null, FIVE)));

        erase(luna.avatar(), 0);

        awaitNowhere(luna.avatar());
        String pseudonym = luna.avatar().pseudonym().toString();
        assertThat(payloads(sol.avatar()))
                .hasSize(3)
                .noneMatch(payload -> payload.contains("Luna") || payload.contains("canary"))
                .anySatisfy(payload ->
                        assertThat(payload).contains("Hello …, at lunatics?").contains(pseudonym))
                .anySatisfy(payload -> assertThat(payload).contains("I met …."))
                .anySatisfy(payload -> assertThat(payload)
                        .contains("\"other_name\": null")
                        .contains("goodbye")
                        .contains(pseudonym));
    }

    @Test
    void a_memory_of_an_erased_avatar_that_comes_later_is_not_kept() {
        erase(luna.avatar(), 0);

        happenings.happens(remembered("I met Luna and Milo.", List.of(Doings.MILO, luna.avatar())));
        happenings.happens(remembered("I met Milo.", List.of(Doings.MILO)));
        happenings.awaitTold(happenings.happens(remembered("I read all day.", List.of())));

        assertThat(payloads(sol.avatar()))
                .hasSize(2)
                .noneMatch(payload -> payload.contains("Luna"))
                .anyMatch(payload -> payload.contains("I met Milo."));
    }

    /** As a transaction leaves it that began before the erasure was committed; the names by which it would be found are gone by then. */
    @Test
    void a_memory_that_was_being_written_during_a_round_goes_in_the_next_one() {
        CloudEvent<?> written = happenings.happens(remembered("I met Luna.", List.of(luna.avatar())));
        happenings.awaitTold(written);
        happenings.awaitTold(happenings.happens(remembered("I met Milo.", List.of(Doings.MILO))));

        happenings.happens(new AvatarDeletedV1(luna.avatar(), 2, 1));

        await().untilAsserted(() ->
                assertThat(payloads(sol.avatar())).singleElement().asString().contains("I met Milo."));
        awaitNowhere(luna.avatar());
    }

    @Test
    void a_memory_loses_every_name_that_the_erased_one_had() {
        happenings.happens(new MatchFoundV1(sol.avatar(), luna.avatar(), "Luna", .9));
        happenings.happens(new MatchFoundV1(sol.avatar(), luna.avatar(), "Luna Star", .9));
        happenings.awaitTold(happenings.happens(
                remembered("I met Luna Star, whom I knew as Luna, and Milo.", List.of(luna.avatar(), Doings.MILO))));

        erase(luna.avatar(), 0);

        awaitNowhere(luna.avatar());
        assertThat(payloads(sol.avatar()))
                .singleElement()
                .asString()
                .contains("I met …, whom I knew as …, and Milo.")
                .contains(luna.avatar().pseudonym().toString())
                .contains(Doings.MILO.toString());
    }

    @Test
    void a_memory_from_before_others_were_told_loses_the_names_that_its_timeline_knows() {
        happenings.happens(new MatchFoundV1(sol.avatar(), luna.avatar(), "Luna", .9));
        happenings.awaitTold(happenings.happens(remembered("I met Luna.", null)));

        erase(luna.avatar(), 0);

        await().untilAsserted(() ->
                assertThat(payloads(sol.avatar())).singleElement().asString().contains("I met …."));
    }

    @Test
    void what_others_told_their_owners_of_an_erased_avatar_stays_without_its_names() {
        Mention milo = new Mention(Doings.MILO, "Milo");
        Mention star = new Mention(luna.avatar(), "Luna Star");
        happenings.awaitTold(happenings.happens(
                greeted("I met Luna Star and Milo.", List.of(star, new Mention(luna.avatar(), "Luna"), milo))));
        happenings.awaitTold(
                happenings.happens(greeted("Lunas Hund war da.", List.of(new Mention(luna.avatar(), "Luna")))));

        erase(luna.avatar(), 0);
        happenings.awaitTold(happenings.happens(greeted("Luna Star was here, at lunatics.", List.of(star))));

        awaitNowhere(luna.avatar());
        assertThat(payloads(sol.avatar()))
                .hasSize(3)
                .noneMatch(payload -> payload.contains("Luna"))
                .anySatisfy(payload ->
                        assertThat(payload).contains("I met … and Milo.").contains(Doings.MILO.toString()))
                .anySatisfy(payload -> assertThat(payload).contains("…s Hund war da."))
                .anySatisfy(payload -> assertThat(payload).contains("… was here, at lunatics."));
    }

    @Test
    void the_channels_of_an_erased_avatar_are_closed_and_no_others() {
        PhoenixClient client = connect(luna);
        AvatarId another = luna.anotherAvatar();
        String conversation = "conversation:" + luna.avatar();
        assertThat(client.join(luna.topic()).path("status").asText()).isEqualTo("ok");
        assertThat(client.join(conversation).path("status").asText()).isEqualTo("ok");
        assertThat(client.join("avatar:" + another).path("status").asText()).isEqualTo("ok");

        erase(luna.avatar(), 0);

        for (String topic : List.of(luna.topic(), conversation)) {
            client.await(frame ->
                    frame.get(2).asText().equals(topic) && frame.get(3).asText().equals("phx_close"));
        }
        assertThat(client.push("avatar:" + another, "get_state").path("status").asText())
                .isEqualTo("ok");
        assertThat(client.push(luna.topic(), "get_state").toString()).contains("unmatched topic");
        // Closing a channel is no visit: nothing notes that the owner was here.
        awaitNowhere(luna.avatar());
        assertThat(seen(luna.avatar())).isFalse();
    }

    /** Said again until it is answered: the first time the consumers may not be there yet. */
    private void erase(AvatarId avatar, int round) {
        happenings.happens(new AvatarDeletedV1(avatar, 2, round));
        await().untilAsserted(() -> assertThat(answers.bodies())
                .anyMatch(body -> body.contains(avatar.toString()) && body.contains("\"service\":\"gateway\"")));
    }

    private void awaitNowhere(AvatarId avatar) {
        await().untilAsserted(() -> assertThat(left(avatar)).isEmpty());
    }

    /** What the gateway had said to other services waits for a moment to be published. */
    private Map<String, Long> left(AvatarId avatar) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Leftovers.in(connection, Leftovers.formsOf(avatar.value()));
        }
    }

    private boolean seen(AvatarId avatar) {
        return redis.key().exists("viva:presence:" + avatar).await().atMost(Waiting.PATIENCE);
    }

    private List<String> payloads(AvatarId avatar) {
        List<String> payloads = new ArrayList<>();
        pool.preparedQuery("select payload::text from timeline where avatar_id = $1 order by seq")
                .execute(Tuple.of(avatar.value()))
                .await()
                .atMost(Waiting.PATIENCE)
                .forEach(row -> payloads.add(row.getString(0)));
        return payloads;
    }

    /** A line of the talk, as it stands on the timeline of Sol. */
    private ConversationMessageV1 said(AvatarId speaker, String content) {
        return new ConversationMessageV1(
                sol.avatar(),
                sol.owner(),
                talk,
                ConversationType.AVATAR,
                new MessageId(UUID.randomUUID()),
                null,
                speaker.equals(sol.avatar()) ? Author.AVATAR : Author.PARTNER,
                content,
                0.2,
                null,
                "warm",
                speaker,
                luna.avatar(),
                "Luna",
                DialogueAct.ASK,
                null,
                List.of());
    }

    /** What Sol says to its owner who comes. */
    private GreetingSaidV1 greeted(String content, List<Mention> about) {
        MessageId id = new MessageId(UUID.randomUUID());
        return new GreetingSaidV1(
                sol.avatar(), sol.owner(), talk, id, content, .5, null, "warm", FIVE, VoiceKind.OFFLINE, about);
    }

    /** A memory of Sol. */
    private MemoryFormedV1 remembered(String content, List<AvatarId> with) {
        MessageId id = new MessageId(UUID.randomUUID());
        return new MemoryFormedV1(sol.avatar(), sol.owner(), id, "interaction", content, .5, with, FIVE);
    }

    private PhoenixClient connect(Beings beings) {
        PhoenixClient client = PhoenixClient.connect(server, visitors.socketToken(beings.owner()));
        clients.add(client);
        return client;
    }
}
