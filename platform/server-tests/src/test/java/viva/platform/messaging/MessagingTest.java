package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.MatchMutualV1;
import viva.contracts.message.OwnerMessageV1;
import viva.contracts.message.TypingV1;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

class MessagingTest {
    private static final Duration LONG = Waiting.PATIENCE;
    private static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");
    private static final AvatarId SOL = AvatarId.of("0198c0de-0000-7000-8000-000000000002");
    private static final Vertx VERTX = Vertx.vertx();
    private static TestBroker broker;

    private final MessageFactory messages = new MessageFactory("test", MessageTraces.off());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Broker links;
    private ConfirmedPublisher publisher;

    @BeforeAll
    static void startBroker() {
        broker = new TestBroker();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void connect() {
        links = new Broker(broker.config());
        publisher = new ConfirmedPublisher(links, broker.config());
        await().until(() -> publisher.isOpen() && links.consuming().isOpen());
    }

    @AfterEach
    void disconnect() throws Exception {
        publisher.stop(null);
        links.stop(null);
        try (Connection connection = raw();
                Channel channel = connection.createChannel()) {
            for (Topology.Queue queue : Topology.queues()) {
                channel.queuePurge(queue.name());
            }
        }
    }

    @Test
    void a_message_that_is_confirmed_is_handled_once_and_acknowledged() {
        Recorder<CloudEvent<?>> handled =
                consume(Topology.GATEWAY_TIMELINE, message -> Uni.createFrom().voidItem());
        CloudEvent<MatchMutualV1> event = messages.first(new MatchMutualV1(LUNA, SOL, "Sol"));

        publish(Outgoing.event(event));

        await().untilAsserted(() -> assertThat(handled.snapshot()).containsExactly(event));
        await().untilAsserted(() -> assertThat(ready(Topology.GATEWAY_TIMELINE)).isZero());
    }

    @Test
    void a_handler_that_fails_is_tried_again_and_then_the_message_is_dead() {
        Recorder<CloudEvent<?>> handled = consume(
                Topology.GATEWAY_TIMELINE, message -> Uni.createFrom().failure(new IllegalStateException("no")));

        publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));

        String dead = Topology.deadLettersOf(Topology.GATEWAY_TIMELINE);
        await().atMost(LONG).untilAsserted(() -> assertThat(ready(dead)).isOne());
        assertThat(handled.snapshot()).hasSize(3);
    }

    @Test
    void what_became_of_messages_is_counted_by_their_type() {
        AtomicInteger tries = new AtomicInteger();
        consume(Topology.GATEWAY_TIMELINE, message -> switch (tries.incrementAndGet()) {
            case 1 -> Uni.createFrom().voidItem();
            case 2 -> Uni.createFrom().failure(new IllegalStateException("not yet"));
            case 3 -> Uni.createFrom().voidItem();
            default -> Uni.createFrom().failure(new UnhandleableMessage("not mine"));
        });

        publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));
        await().untilAsserted(
                        () -> assertThat(counted("match.mutual.v1", "handled")).isOne());
        assertThat(counted("match.mutual.v1", "dead")).isZero();
        publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));
        await().untilAsserted(
                        () -> assertThat(counted("match.mutual.v1", "handled")).isEqualTo(2));
        publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));
        publish(new Outgoing(UUID.randomUUID().toString(), Topology.EVENTS, "match.mutual." + LUNA, "{not json"));

        await().untilAsserted(
                        () -> assertThat(counted("match.mutual.v1", "dead")).isOne());
        await().untilAsserted(() -> assertThat(counted("unknown", "dead")).isOne());
        assertThat(counted("match.mutual.v1", "retried")).isOne();
        assertThat(unsettled()).isZero();
    }

    @Test
    void what_a_lost_connection_held_is_unsettled_no_more_and_counted_once() {
        CompletableFuture<Void> never = new CompletableFuture<>();
        AtomicInteger tries = new AtomicInteger();
        consume(
                Topology.GATEWAY_TIMELINE,
                message -> tries.incrementAndGet() == 1
                        ? Uni.createFrom().completionStage(never)
                        : Uni.createFrom().voidItem());
        publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));
        await().untilAsserted(() -> assertThat(unsettled()).isOne());

        broker.killAndRestart();
        await().until(() -> links.consuming().isOpen());
        never.complete(null);

        await().untilAsserted(
                        () -> assertThat(counted("match.mutual.v1", "handled")).isOne());
        await().untilAsserted(() -> assertThat(unsettled()).isZero());
        assertThat(tries).hasValue(2);
    }

    private double counted(String type, String outcome) {
        Counter counter = metrics.find("viva.messages")
                .tags("queue", "gateway.timeline", "type", type, "outcome", outcome)
                .counter();
        return counter == null ? -1 : counter.count();
    }

    private double unsettled() {
        return metrics.get("viva.messages.unsettled").gauge().value();
    }

    @Test
    void a_message_that_no_attempt_can_save_is_dead_at_once() {
        Recorder<CloudEvent<?>> handled = consume(
                Topology.GATEWAY_TIMELINE, message -> Uni.createFrom().failure(new UnhandleableMessage("not mine")));

        publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));

        String dead = Topology.deadLettersOf(Topology.GATEWAY_TIMELINE);
        await().atMost(LONG).untilAsserted(() -> assertThat(ready(dead)).isOne());
        assertThat(handled.snapshot()).hasSize(1);
    }

    @Test
    void a_handler_that_recovers_gets_the_message_again() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Recorder<CloudEvent<?>> handled = consume(Topology.GATEWAY_TIMELINE, message -> {
            return tries.incrementAndGet() < 3
                    ? Uni.createFrom().failure(new IllegalStateException("not yet"))
                    : Uni.createFrom().voidItem();
        });

        publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));

        await().untilAsserted(() -> assertThat(handled.snapshot()).hasSize(3));
        assertThat(ready(Topology.deadLettersOf(Topology.GATEWAY_TIMELINE))).isZero();
    }

    @Test
    void a_message_that_cannot_be_read_is_dead_and_does_not_hold_up_the_next() {
        Recorder<CloudEvent<?>> handled =
                consume(Topology.GATEWAY_TIMELINE, message -> Uni.createFrom().voidItem());

        publish(new Outgoing(UUID.randomUUID().toString(), Topology.EVENTS, "match.mutual." + LUNA, "{not json"));
        publish(new Outgoing(
                UUID.randomUUID().toString(), Topology.EVENTS, "match.mutual." + LUNA, "{\"type\":\"x.v1\"}"));
        publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));

        await().untilAsserted(() -> assertThat(handled.snapshot()).hasSize(1));
        String dead = Topology.deadLettersOf(Topology.GATEWAY_TIMELINE);
        await().atMost(LONG).untilAsserted(() -> assertThat(ready(dead)).isEqualTo(2));
    }

    @Test
    void messages_about_one_avatar_come_in_order_even_when_one_is_tried_again() {
        Recorder<UUID> handled = new Recorder<>();
        Set<UUID> failedOnce = ConcurrentHashMap.newKeySet();
        consume(Topology.GATEWAY_TIMELINE, message -> {
            if (message.id().hashCode() % 5 == 0 && failedOnce.add(message.id())) {
                return Uni.createFrom().failure(new IllegalStateException("not yet"));
            }
            handled.accept(message.id());
            return Uni.createFrom().voidItem();
        });
        List<CloudEvent<MatchMutualV1>> events = IntStream.range(0, 100)
                .mapToObj(n -> messages.first(new MatchMutualV1(LUNA, SOL, "Sol")))
                .toList();

        publisher.publish(events.stream().map(Outgoing::event).toList()).await().atMost(LONG);

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(handled.snapshot())
                        .containsExactlyElementsOf(
                                events.stream().map(CloudEvent::id).toList()));
    }

    @Test
    void a_command_nobody_has_a_queue_for_is_kept_apart() {
        CloudEvent<OwnerMessageV1> command = messages.first(new OwnerMessageV1(
                LUNA, new AccountId(UUID.randomUUID()), new MessageId(UUID.randomUUID()), "Hi", Instant.EPOCH));

        publish(Outgoing.command(command, "life.shard.64"));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ready(Topology.UNROUTABLE)).isOne());
    }

    @Test
    void a_consumer_and_a_publisher_survive_the_death_of_the_broker() {
        Recorder<CloudEvent<?>> handled =
                consume(Topology.GATEWAY_TIMELINE, message -> Uni.createFrom().voidItem());
        publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));
        await().untilAsserted(() -> assertThat(handled.snapshot()).hasSize(1));

        broker.killAndRestart();

        await().atMost(LONG).until(() -> publisher.isOpen() && links.consuming().isOpen());
        publish(Outgoing.event(messages.first(new MatchMutualV1(SOL, LUNA, "Luna"))));
        await().atMost(LONG).untilAsserted(() -> assertThat(handled.snapshot()).hasSizeGreaterThanOrEqualTo(2));
        assertThat(handled.snapshot()).extracting(m -> (Object) m.subject()).contains(SOL);
    }

    @Test
    void a_link_is_open_only_once_everything_on_it_is_set_up() {
        BrokerLink link = links.consuming();
        Recorder<Boolean> openBefore = new Recorder<>();
        BrokerLink.Attachment consumer = connection -> {
            openBefore.accept(link.isOpen());
            if (openBefore.size() < 3) {
                throw new IOException("no leader");
            }
        };

        link.attach(consumer).onFailure().recoverWithNull().await().atMost(LONG);

        await().atMost(LONG).until(link::isOpen);
        assertThat(openBefore.snapshot()).containsExactly(true, false, false);
    }

    @Test
    void a_publisher_without_a_broker_says_so() {
        links.stop(null);

        assertThatThrownBy(() -> publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol")))))
                .hasMessageContaining("not connected");
    }

    @Test
    void live_frames_reach_only_those_who_bound_their_key() {
        Recorder<CloudEvent<?>> seen = new Recorder<>();
        LiveSubscription subscription = new LiveSubscription(links.consuming(), seen, () -> {});
        subscription.start().await().atMost(LONG);
        subscription.bind("live.*." + LUNA).await().atMost(LONG);
        LivePublisher live = new LivePublisher(links, messages);

        await().atMost(LONG).untilAsserted(() -> {
            live.publish(new TypingV1(SOL));
            live.publish(new TypingV1(LUNA));
            assertThat(seen.snapshot()).isNotEmpty();
        });

        assertThat(seen.snapshot()).allMatch(frame -> frame.subject().equals(LUNA));
        live.stop(null);
    }

    @Test
    void a_message_that_nobody_took_before_it_expired_is_counted_and_kept_nowhere_and_the_next_one_waits()
            throws Exception {
        CloudEvent<OwnerMessageV1> worthless = messages.first(said("too late"));
        CloudEvent<OwnerMessageV1> lasting = messages.first(said("in time"));

        publish(Outgoing.command(worthless, Topology.LLM_INTERACTIVE)
                .until(Instant.now().plusMillis(300)));
        publish(Outgoing.command(lasting, Topology.LLM_INTERACTIVE)
                .until(Instant.now().plus(LONG)));

        await().atMost(LONG).until(() -> ready(Topology.LLM_EXPIRED) == 1);
        assertThat(ready(Topology.LLM_INTERACTIVE)).isOne();
        assertThat(ready(Topology.deadLettersOf(Topology.LLM_INTERACTIVE))).isZero();
        try (Connection connection = raw();
                Channel channel = connection.createChannel()) {
            GetResponse letter = channel.basicGet(Topology.LLM_EXPIRED, true);
            assertThat(letter.getProps().getMessageId())
                    .isEqualTo(worthless.id().toString());
            assertThat(letter.getProps().getHeaders().get("x-first-death-reason"))
                    .hasToString("expired");
            assertThat(letter.getProps().getHeaders().get("x-first-death-queue"))
                    .hasToString(Topology.LLM_INTERACTIVE);
        }
    }

    @Test
    void a_message_that_had_expired_when_it_was_said_is_counted_at_once() {
        publish(Outgoing.command(messages.first(said("yesterday")), Topology.LLM_BACKGROUND)
                .until(Instant.now().minusSeconds(60)));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ready(Topology.LLM_EXPIRED)).isOne());
    }

    @Test
    void a_request_that_cannot_be_handled_is_kept_where_those_that_expired_are_not() {
        consume(Topology.LLM_INTERACTIVE, message -> Uni.createFrom().failure(new UnhandleableMessage("not mine")));

        publish(Outgoing.command(messages.first(said("nonsense")), Topology.LLM_INTERACTIVE));

        String dead = Topology.deadLettersOf(Topology.LLM_INTERACTIVE);
        await().atMost(LONG).untilAsserted(() -> assertThat(ready(dead)).isOne());
    }

    @Test
    void a_queue_that_is_gone_stops_its_consumer_alone_and_is_consumed_when_it_is_back() throws Exception {
        try (Connection connection = raw();
                Channel channel = connection.createChannel()) {
            channel.queueDelete(Topology.MATCHMAKER_BONDS);
            Recorder<CloudEvent<?>> late = consume(
                    Topology.MATCHMAKER_BONDS, message -> Uni.createFrom().voidItem());
            await().untilAsserted(
                            () -> assertThat(refused(Topology.MATCHMAKER_BONDS)).isOne());
            Recorder<CloudEvent<?>> handled = consume(
                    Topology.GATEWAY_TIMELINE, message -> Uni.createFrom().voidItem());

            publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));
            await().untilAsserted(() -> assertThat(handled.snapshot()).hasSize(1));
            assertThat(links.consuming().isOpen()).isTrue();

            broker.declareTopology();
            await().untilAsserted(
                            () -> assertThat(refused(Topology.MATCHMAKER_BONDS)).isZero());
            channel.basicPublish(
                    "",
                    Topology.MATCHMAKER_BONDS,
                    null,
                    Envelopes.encode(messages.first(new MatchMutualV1(LUNA, SOL, "Sol")))
                            .getBytes(StandardCharsets.UTF_8));
            await().untilAsserted(() -> assertThat(late.snapshot()).hasSize(1));
        }
    }

    private double refused(String queue) {
        return metrics.get("viva.consumers.refused")
                .tag("queue", Topology.labelOf(queue))
                .gauge()
                .value();
    }

    @Test
    void a_handler_without_order_takes_the_next_message_of_an_avatar_while_the_first_one_lasts() {
        Recorder<CloudEvent<?>> seen = new Recorder<>();
        CompletableFuture<Void> second = new CompletableFuture<>();
        start(new TestHandler(Topology.LLM_INTERACTIVE, false, message -> {
            seen.accept(message);
            if (seen.snapshot().size() == 2) {
                second.complete(null);
            }
            return Uni.createFrom().completionStage(second);
        }));

        publish(Outgoing.command(messages.first(said("one")), Topology.LLM_INTERACTIVE));
        publish(Outgoing.command(messages.first(said("two")), Topology.LLM_INTERACTIVE));

        await().atMost(LONG).until(second::isDone);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ready(Topology.LLM_INTERACTIVE)).isZero());
    }

    private static OwnerMessageV1 said(String content) {
        return new OwnerMessageV1(
                LUNA, new AccountId(UUID.randomUUID()), new MessageId(UUID.randomUUID()), content, Instant.EPOCH);
    }

    private void publish(Outgoing message) {
        publisher.publish(message).await().atMost(LONG);
    }

    private Recorder<CloudEvent<?>> consume(String queue, Function<CloudEvent<?>, Uni<Void>> handling) {
        Recorder<CloudEvent<?>> seen = new Recorder<>();
        start(new TestHandler(queue, true, message -> {
            seen.accept(message);
            return handling.apply(message);
        }));
        return seen;
    }

    private void start(QueueHandler<?> handler) {
        new QueueHandlers(
                        List.of(handler),
                        links,
                        broker.config(),
                        VERTX,
                        metrics,
                        MessageTraces.off(),
                        List.of(new NetworkDiagnosis()),
                        List.of())
                .start(null);
    }

    private static int ready(String queue) throws Exception {
        try (Connection connection = raw();
                Channel channel = connection.createChannel()) {
            return channel.queueDeclarePassive(queue).getMessageCount();
        }
    }

    private static Connection raw() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker.config().url());
        return factory.newConnection();
    }
}
