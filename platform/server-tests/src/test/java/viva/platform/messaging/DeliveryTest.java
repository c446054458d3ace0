package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationStartedV1;
import viva.contracts.message.Event;
import viva.contracts.message.MatchMutualV1;
import viva.contracts.message.OwnerMessageV1;
import viva.contracts.message.TypingV1;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

/** What becomes of a message on its way from a publisher to a handler, and where it is kept. */
class DeliveryTest {
    private static final Duration LONG = Waiting.PATIENCE;
    private static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");
    private static final AvatarId SOL = AvatarId.of("0198c0de-0000-7000-8000-000000000002");
    private static final AccountId OWNER = new AccountId(new UUID(4, 4));
    private static final WorldTime NOON = WorldTime.parse("2030-01-01T12:00:00Z");
    private static final Vertx VERTX = Vertx.vertx();
    private static TestBroker broker;

    private final MessageFactory messages = new MessageFactory("test", MessageTraces.off());
    private TestService service;

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
        service = new TestService(broker, VERTX);
    }

    @AfterEach
    void disconnect() throws Exception {
        service.close();
        broker.purge();
    }

    @Test
    void a_message_that_is_confirmed_is_handled_once_and_acknowledged() {
        Recorder<CloudEvent<?>> handled = service.consume(
                Topology.GATEWAY_TIMELINE, message -> Uni.createFrom().voidItem());
        CloudEvent<MatchMutualV1> event = messages.first(new MatchMutualV1(LUNA, SOL, "Sol"));

        service.publish(Outgoing.event(event));

        await().untilAsserted(() -> assertThat(handled.snapshot()).containsExactly(event));
        await().untilAsserted(() ->
                assertThat(broker.ready(Topology.GATEWAY_TIMELINE)).isZero());
    }

    @Test
    void a_handler_that_fails_is_tried_again_and_then_the_message_is_dead() {
        Recorder<CloudEvent<?>> handled = service.consume(
                Topology.GATEWAY_TIMELINE, message -> Uni.createFrom().failure(new IllegalStateException("no")));

        service.publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));

        String dead = Topology.deadLettersOf(Topology.GATEWAY_TIMELINE);
        await().atMost(LONG).untilAsserted(() -> assertThat(broker.ready(dead)).isOne());
        assertThat(handled.snapshot()).hasSize(3);
    }

    @Test
    void what_became_of_messages_is_counted_by_their_type() {
        AtomicInteger tries = new AtomicInteger();
        service.consume(Topology.GATEWAY_TIMELINE, message -> switch (tries.incrementAndGet()) {
            case 1 -> Uni.createFrom().voidItem();
            case 2 -> Uni.createFrom().failure(new IllegalStateException("not yet"));
            case 3 -> Uni.createFrom().voidItem();
            default -> Uni.createFrom().failure(new UnhandleableMessage("not mine"));
        });

        service.publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));
        await().untilAsserted(() ->
                assertThat(service.counted("match.mutual.v1", "handled")).isOne());
        assertThat(service.counted("match.mutual.v1", "dead")).isZero();
        service.publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));
        await().untilAsserted(() ->
                assertThat(service.counted("match.mutual.v1", "handled")).isEqualTo(2));
        service.publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));
        service.publish(
                new Outgoing(UUID.randomUUID().toString(), Topology.EVENTS, "match.mutual." + LUNA, "{not json"));

        await().untilAsserted(() ->
                assertThat(service.counted("match.mutual.v1", "dead")).isOne());
        await().untilAsserted(
                        () -> assertThat(service.counted("unknown", "dead")).isOne());
        assertThat(service.counted("match.mutual.v1", "retried")).isOne();
        assertThat(service.unsettled()).isZero();
    }

    @Test
    void a_message_that_no_attempt_can_save_is_dead_at_once() {
        Recorder<CloudEvent<?>> handled = service.consume(
                Topology.GATEWAY_TIMELINE, message -> Uni.createFrom().failure(new UnhandleableMessage("not mine")));

        service.publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));

        String dead = Topology.deadLettersOf(Topology.GATEWAY_TIMELINE);
        await().atMost(LONG).untilAsserted(() -> assertThat(broker.ready(dead)).isOne());
        assertThat(handled.snapshot()).hasSize(1);
    }

    @Test
    void a_message_about_two_avatars_keeps_its_place_among_the_messages_about_each_of_them() {
        CompletableFuture<Void> held = new CompletableFuture<>();
        CloudEvent<? extends Event> aboutSol = messages.first(new MatchMutualV1(SOL, LUNA, "Luna"));
        CloudEvent<? extends Event> aboutBoth = messages.first(began(LUNA, SOL));
        CloudEvent<? extends Event> aboutLuna = messages.first(new MatchMutualV1(LUNA, SOL, "Sol"));
        Recorder<CloudEvent<?>> handled = service.consume(
                Topology.GATEWAY_TIMELINE,
                message -> message.id().equals(aboutSol.id())
                        ? Uni.createFrom().completionStage(held)
                        : Uni.createFrom().voidItem());

        for (CloudEvent<? extends Event> message : List.of(aboutSol, aboutBoth, aboutLuna)) {
            service.publish(Outgoing.event(message));
        }
        int others = 50;
        for (int n = 0; n < others; n++) {
            AvatarId other = new AvatarId(UUID.randomUUID());
            service.publish(Outgoing.event(messages.first(new MatchMutualV1(other, SOL, "Sol"))));
        }
        // Those of other lanes come past, and by then these two would have.
        await().untilAsserted(() -> assertThat(handled.snapshot()).hasSizeGreaterThan(others / 3));
        assertThat(handled.snapshot()).contains(aboutSol).doesNotContain(aboutBoth, aboutLuna);

        held.complete(null);
        await().untilAsserted(() -> assertThat(handled.snapshot()).hasSize(3 + others));
        assertThat(handled.snapshot()).containsSubsequence(aboutSol, aboutBoth, aboutLuna);
        await().untilAsserted(() ->
                assertThat(broker.ready(Topology.GATEWAY_TIMELINE)).isZero());
        await().untilAsserted(() -> assertThat(service.unsettled()).isZero());
    }

    @Test
    void a_message_about_two_avatars_that_takes_long_holds_up_few_others() {
        CompletableFuture<Void> held = new CompletableFuture<>();
        CloudEvent<? extends Event> slow = messages.first(began(LUNA, SOL));
        Recorder<CloudEvent<?>> handled = service.consume(
                Topology.GATEWAY_TIMELINE,
                message -> message.id().equals(slow.id())
                        ? Uni.createFrom().completionStage(held)
                        : Uni.createFrom().voidItem());
        int others = 60;

        service.publish(Outgoing.event(slow));
        for (int n = 0; n < others; n++) {
            service.publish(Outgoing.event(
                    messages.first(began(new AvatarId(UUID.randomUUID()), new AvatarId(UUID.randomUUID())))));
        }

        await().untilAsserted(() -> assertThat(handled.snapshot()).hasSizeGreaterThan(others / 2));
        held.complete(null);
        await().untilAsserted(() -> assertThat(handled.snapshot()).hasSize(1 + others));
        await().untilAsserted(() -> assertThat(service.unsettled()).isZero());
    }

    private static ConversationStartedV1 began(AvatarId host, AvatarId guest) {
        return new ConversationStartedV1(
                host, OWNER, guest, "Sol", new ConversationId(UUID.randomUUID()), false, NOON, "Luna", OWNER);
    }

    @Test
    void a_handler_that_recovers_gets_the_message_again() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Recorder<CloudEvent<?>> handled = service.consume(Topology.GATEWAY_TIMELINE, message -> {
            return tries.incrementAndGet() < 3
                    ? Uni.createFrom().failure(new IllegalStateException("not yet"))
                    : Uni.createFrom().voidItem();
        });

        service.publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));

        await().untilAsserted(() -> assertThat(handled.snapshot()).hasSize(3));
        assertThat(broker.ready(Topology.deadLettersOf(Topology.GATEWAY_TIMELINE)))
                .isZero();
    }

    @Test
    void a_message_that_cannot_be_read_is_dead_and_does_not_hold_up_the_next() {
        Recorder<CloudEvent<?>> handled = service.consume(
                Topology.GATEWAY_TIMELINE, message -> Uni.createFrom().voidItem());

        service.publish(
                new Outgoing(UUID.randomUUID().toString(), Topology.EVENTS, "match.mutual." + LUNA, "{not json"));
        service.publish(new Outgoing(
                UUID.randomUUID().toString(), Topology.EVENTS, "match.mutual." + LUNA, "{\"type\":\"x.v1\"}"));
        service.publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));

        await().untilAsserted(() -> assertThat(handled.snapshot()).hasSize(1));
        String dead = Topology.deadLettersOf(Topology.GATEWAY_TIMELINE);
        await().atMost(LONG).untilAsserted(() -> assertThat(broker.ready(dead)).isEqualTo(2));
    }

    @Test
    void messages_about_one_avatar_come_in_order_even_when_one_is_tried_again() {
        Recorder<UUID> handled = new Recorder<>();
        Set<UUID> failedOnce = ConcurrentHashMap.newKeySet();
        service.consume(Topology.GATEWAY_TIMELINE, message -> {
            if (message.id().hashCode() % 5 == 0 && failedOnce.add(message.id())) {
                return Uni.createFrom().failure(new IllegalStateException("not yet"));
            }
            handled.accept(message.id());
            return Uni.createFrom().voidItem();
        });
        List<CloudEvent<MatchMutualV1>> events = IntStream.range(0, 100)
                .mapToObj(n -> messages.first(new MatchMutualV1(LUNA, SOL, "Sol")))
                .toList();

        service.publisher()
                .publish(events.stream().map(Outgoing::event).toList())
                .await()
                .atMost(LONG);

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(handled.snapshot())
                        .containsExactlyElementsOf(
                                events.stream().map(CloudEvent::id).toList()));
    }

    @Test
    void a_command_nobody_has_a_queue_for_is_kept_apart() {
        CloudEvent<OwnerMessageV1> command = messages.first(new OwnerMessageV1(
                LUNA, new AccountId(UUID.randomUUID()), new MessageId(UUID.randomUUID()), "Hi", Instant.EPOCH));

        service.publish(Outgoing.command(command, "life.shard.64"));

        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(broker.ready(Topology.UNROUTABLE)).isOne());
    }

    @Test
    void live_frames_reach_only_those_who_bound_their_key() {
        Recorder<CloudEvent<?>> seen = new Recorder<>();
        LiveSubscription subscription = new LiveSubscription(service.links().consuming(), seen, () -> {});
        subscription.start().await().atMost(LONG);
        subscription.bind("live.*." + LUNA).await().atMost(LONG);
        LivePublisher live = new LivePublisher(service.links(), messages);

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

        service.publish(Outgoing.command(worthless, Topology.LLM_INTERACTIVE)
                .until(Instant.now().plusMillis(300)));
        service.publish(Outgoing.command(lasting, Topology.LLM_INTERACTIVE)
                .until(Instant.now().plus(LONG)));

        await().atMost(LONG).until(() -> broker.ready(Topology.LLM_EXPIRED) == 1);
        assertThat(broker.ready(Topology.LLM_INTERACTIVE)).isOne();
        assertThat(broker.ready(Topology.deadLettersOf(Topology.LLM_INTERACTIVE)))
                .isZero();
        try (Connection connection = broker.connect();
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
        service.publish(Outgoing.command(messages.first(said("yesterday")), Topology.LLM_BACKGROUND)
                .until(Instant.now().minusSeconds(60)));

        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(broker.ready(Topology.LLM_EXPIRED)).isOne());
    }

    @Test
    void a_request_that_cannot_be_handled_is_kept_where_those_that_expired_are_not() {
        service.consume(
                Topology.LLM_INTERACTIVE, message -> Uni.createFrom().failure(new UnhandleableMessage("not mine")));

        service.publish(Outgoing.command(messages.first(said("nonsense")), Topology.LLM_INTERACTIVE));

        String dead = Topology.deadLettersOf(Topology.LLM_INTERACTIVE);
        await().atMost(LONG).untilAsserted(() -> assertThat(broker.ready(dead)).isOne());
    }

    @Test
    void a_handler_without_order_takes_the_next_message_of_an_avatar_while_the_first_one_lasts() {
        Recorder<CloudEvent<?>> seen = new Recorder<>();
        CompletableFuture<Void> second = new CompletableFuture<>();
        service.start(new TestHandler(Topology.LLM_INTERACTIVE, false, message -> {
            seen.accept(message);
            if (seen.snapshot().size() == 2) {
                second.complete(null);
            }
            return Uni.createFrom().completionStage(second);
        }));

        service.publish(Outgoing.command(messages.first(said("one")), Topology.LLM_INTERACTIVE));
        service.publish(Outgoing.command(messages.first(said("two")), Topology.LLM_INTERACTIVE));

        await().atMost(LONG).until(second::isDone);
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(broker.ready(Topology.LLM_INTERACTIVE)).isZero());
    }

    private static OwnerMessageV1 said(String content) {
        return new OwnerMessageV1(
                LUNA, new AccountId(UUID.randomUUID()), new MessageId(UUID.randomUUID()), content, Instant.EPOCH);
    }
}
