package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.AvatarId;
import viva.contracts.message.TypingV1;
import viva.contracts.message.WatchedV1;
import viva.platform.servers.rabbitmq.BrokerRooms;
import viva.platform.servers.rabbitmq.RabbitManagement;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

/** Each service's own user at a real broker: what its service does it may do, and nothing else. */
class LeastRightsTest {
    private static final String LUNA = "0198c0de-0000-7000-8000-000000000001";
    private static final Map<String, URI> USERS = new TreeMap<>();
    private static TestBroker broker;

    private interface Act {
        void on(Channel channel) throws IOException, InterruptedException, TimeoutException;
    }

    @BeforeAll
    static void provideUsers() {
        broker = new TestBroker();
        RabbitManagement management = new RabbitManagement(broker.server().managementUrl());
        BrokerRooms rooms = new BrokerRooms(broker.server().url());
        for (BrokerRights rights : BrokerRights.all()) {
            USERS.put(rights.service(), rooms.provide(management, rights.service(), "secret of " + rights.service()));
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"avatar", "gateway", "life", "llm", "matchmaker", "relationship"})
    void a_service_reads_its_own_queues_and_no_other(String service) {
        for (Topology.Queue queue : Topology.queues()) {
            if (queue.name().startsWith(service + ".")) {
                assertAllowed(service, channel -> consume(channel, queue.name()));
            }
        }
        for (String foreign : List.of(
                Topology.AVATAR_MEMORIES,
                Topology.GATEWAY_TIMELINE,
                Topology.LIFE_AVATARS,
                Topology.LLM_INTERACTIVE,
                Topology.MATCHMAKER_BONDS,
                Topology.RELATIONSHIP_CONVERSATIONS,
                Topology.deadLettersOf(Topology.LIFE_AVATARS),
                Topology.UNROUTABLE)) {
            if (!foreign.startsWith(service + ".") && !isTidiedBy(service, foreign)) {
                assertRefused(service, channel -> consume(channel, foreign));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"avatar", "gateway", "life", "llm", "matchmaker", "relationship"})
    void a_service_looks_through_its_dead_letters_and_leaves_them_where_they_are(String service) {
        assertAllowed(service, channel -> sweep(channel, Topology.deadLettersOf(service + ".")));
        assertRefused(service, channel -> publish(channel, Topology.DEAD, Topology.LIFE_AVATARS));
    }

    @Test
    void the_service_that_sees_erasures_through_looks_at_what_nobody_has_a_queue_for() {
        assertAllowed("avatar", channel -> sweep(channel, Topology.UNROUTABLE));
        assertRefused("gateway", channel -> sweep(channel, Topology.UNROUTABLE));
    }

    private static void sweep(Channel channel, String queue) throws IOException {
        channel.messageCount(queue);
        channel.basicConsume(queue, false, (_, _) -> {}, _ -> {});
    }

    /** What is unroutable is erased by the service that sees erasures through. */
    private static boolean isTidiedBy(String service, String queue) {
        return service.equals("avatar") && queue.equals(Topology.UNROUTABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"avatar", "gateway", "life", "llm", "matchmaker", "relationship"})
    void a_service_declares_deletes_and_purges_nothing_of_the_topology(String service) {
        assertRefused(service, channel -> channel.queueDeclare("mine", true, false, false, Map.of()));
        assertRefused(service, channel -> channel.exchangeDeclare("mine", "topic", true));
        assertRefused(service, channel -> channel.queueDelete(Topology.AVATAR_MEMORIES));
        assertRefused(service, channel -> channel.exchangeDelete(Topology.EVENTS));
        assertRefused(service, channel -> channel.queueUnbind(Topology.LIFE_AVATARS, Topology.EVENTS, "avatar.*.*"));
        assertRefused(service, channel -> channel.queueBind(Topology.LIFE_AVATARS, Topology.EVENTS, "#"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"avatar", "gateway", "life", "llm", "matchmaker", "relationship"})
    void a_service_says_only_what_happens_in_it(String service) {
        Map<String, String> speakers = Map.of(
                "avatar.created", "avatar",
                "memory.formed", "avatar",
                "conversation.ended", "life",
                "thought.had", "life",
                "world.clock", "life",
                "bond.changed", "relationship",
                "milestone.reached", "relationship",
                "match.found", "matchmaker");
        speakers.forEach((topic, speaker) -> {
            Act publish = channel -> publish(channel, Topology.EVENTS, topic + "." + LUNA);
            if (speaker.equals(service)) {
                assertAllowed(service, publish);
            } else {
                assertRefused(service, publish);
            }
        });
    }

    @Test
    void only_those_who_command_send_commands() {
        String shard = "life.shard.0";

        for (String service : List.of("gateway", "life", "llm")) {
            assertAllowed(service, channel -> publish(channel, Topology.COMMANDS, shard));
        }
        for (String service : List.of("avatar", "matchmaker", "relationship")) {
            assertRefused(service, channel -> publish(channel, Topology.COMMANDS, shard));
        }
    }

    @Test
    void nobody_reaches_a_queue_past_the_exchanges() {
        for (String service : USERS.keySet()) {
            assertRefused(service, channel -> publish(channel, "", Topology.LIFE_AVATARS));
            assertRefused(service, channel -> publish(channel, Topology.DEAD, Topology.LIFE_AVATARS));
        }
    }

    @Test
    void a_service_replays_into_its_own_queues_and_no_other() {
        for (String service : USERS.keySet()) {
            assertRefused(service, channel -> channel.exchangeDelete(Topology.REPLAY));
            for (String queue : List.of(Topology.LIFE_BONDS, Topology.LLM_AVATARS, Topology.MATCHMAKER_BONDS)) {
                Act replay = channel -> publish(channel, Topology.REPLAY, queue);
                if (queue.startsWith(service + ".")) {
                    assertAllowed(service, replay);
                } else {
                    assertRefused(service, replay);
                }
            }
        }
    }

    @Test
    void frames_are_heard_by_the_gateway_and_those_about_watching_by_the_life_service() {
        assertAllowed("gateway", channel -> listen(channel, "live.*." + LUNA));
        assertAllowed("life", channel -> listen(channel, "live.watched.#"));
        assertRefused("life", channel -> listen(channel, "#"));
        assertRefused("llm", channel -> listen(channel, "live.watched.#"));
    }

    @Test
    void a_user_is_no_administrator_and_needs_its_password() {
        URI life = USERS.get("life");
        URI management = broker.server().managementUrl();
        String asLife = "http://%s@127.0.0.1:%d".formatted(life.getRawUserInfo(), management.getPort());

        assertThat(new RabbitManagement(management).isAdministrator()).isTrue();
        assertThat(new RabbitManagement(URI.create(asLife)).isAdministrator()).isFalse();
        assertThatThrownBy(() -> connect(new BrokerRooms(life).as("life", ""))).hasMessageContaining("ACCESS_REFUSED");
    }

    @Test
    void the_links_of_a_service_work_with_its_user() {
        MessagingConfig config = broker.config(USERS.get("life"));
        Broker links = new Broker(config);
        ConfirmedPublisher publisher = new ConfirmedPublisher(links, config);
        MessageFactory messages = new MessageFactory("life", MessageTraces.off());
        LivePublisher live = new LivePublisher(links, messages);
        Recorder<Object> seen = new Recorder<>();
        LiveSubscription subscription = new LiveSubscription(links.consuming(), seen::accept, () -> {});
        try {
            subscription
                    .bind("live.watched.#")
                    .chain(subscription::start)
                    .await()
                    .atMost(Waiting.PATIENCE);
            await().until(() -> publisher.isOpen() && links.consuming().isOpen());

            live.publish(new TypingV1(AvatarId.of(LUNA)));
            publisher
                    .publish(new Outgoing("1", Topology.EVENTS, "thought.had." + LUNA, "{}"))
                    .await()
                    .atMost(Waiting.PATIENCE);
            sayAsGateway(new WatchedV1(AvatarId.of(LUNA)));

            await().untilAsserted(() -> assertThat(seen.snapshot()).hasSize(1));
        } finally {
            publisher.stop(null);
            live.stop(null);
            links.stop(null);
        }
    }

    private static void sayAsGateway(WatchedV1 frame) {
        Outgoing message = Outgoing.live(new MessageFactory("gateway", MessageTraces.off()).first(frame));
        assertAllowed(
                "gateway",
                channel -> channel.basicPublish(
                        message.exchange(),
                        message.routingKey(),
                        null,
                        message.body().getBytes(StandardCharsets.UTF_8)));
    }

    private static void consume(Channel channel, String queue) throws IOException {
        channel.basicConsume(queue, false, (_, _) -> {}, _ -> {});
    }

    private static void listen(Channel channel, String key) throws IOException {
        String queue = channel.queueDeclare("", false, true, true, Map.of()).getQueue();
        channel.queueBind(queue, Topology.LIVE, key);
        channel.basicGet(queue, true);
    }

    private static void publish(Channel channel, String exchange, String key)
            throws IOException, InterruptedException, TimeoutException {
        channel.confirmSelect();
        channel.basicPublish(exchange, key, null, new byte[0]);
        channel.waitForConfirmsOrDie(Waiting.PATIENCE.toMillis());
    }

    private static void assertAllowed(String service, Act act) {
        assertThatCode(() -> perform(service, act)).as(service).doesNotThrowAnyException();
    }

    private static void assertRefused(String service, Act act) {
        assertThatThrownBy(() -> perform(service, act))
                .as(service)
                .satisfiesAnyOf(
                        e -> assertThat(e).hasMessageContaining("ACCESS_REFUSED"),
                        e -> assertThat(e).cause().hasMessageContaining("ACCESS_REFUSED"));
    }

    private static void perform(String service, Act act) throws Exception {
        try (Connection connection = connect(USERS.get(service))) {
            Channel channel = connection.createChannel();
            act.on(channel);
            try {
                channel.close();
            } catch (AlreadyClosedException refused) {
                throw new IOException(refused.getMessage(), refused);
            }
        }
    }

    private static Connection connect(URI url) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(url);
        return factory.newConnection();
    }
}
