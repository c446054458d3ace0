package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.MatchMutualV1;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

/** Consumers and publishers while a connection, the broker or a queue is gone, and afterwards. */
class ConnectionLossTest {
    private static final Duration LONG = Waiting.PATIENCE;
    private static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");
    private static final AvatarId SOL = AvatarId.of("0198c0de-0000-7000-8000-000000000002");
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
    void what_a_lost_connection_held_is_unsettled_no_more_and_counted_once() {
        CompletableFuture<Void> never = new CompletableFuture<>();
        AtomicInteger tries = new AtomicInteger();
        service.consume(
                Topology.GATEWAY_TIMELINE,
                message -> tries.incrementAndGet() == 1
                        ? Uni.createFrom().completionStage(never)
                        : Uni.createFrom().voidItem());
        service.publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));
        await().untilAsserted(() -> assertThat(service.unsettled()).isOne());

        broker.killAndRestart();
        await().until(() -> service.links().consuming().isOpen());
        never.complete(null);

        await().untilAsserted(() ->
                assertThat(service.counted("match.mutual.v1", "handled")).isOne());
        await().untilAsserted(() -> assertThat(service.unsettled()).isZero());
        assertThat(tries).hasValue(2);
    }

    @Test
    void a_consumer_and_a_publisher_survive_the_death_of_the_broker() {
        Recorder<CloudEvent<?>> handled = service.consume(
                Topology.GATEWAY_TIMELINE, message -> Uni.createFrom().voidItem());
        service.publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));
        await().untilAsserted(() -> assertThat(handled.snapshot()).hasSize(1));

        broker.killAndRestart();

        await().atMost(LONG)
                .until(() -> service.publisher().isOpen()
                        && service.links().consuming().isOpen());
        service.publish(Outgoing.event(messages.first(new MatchMutualV1(SOL, LUNA, "Luna"))));
        await().atMost(LONG).untilAsserted(() -> assertThat(handled.snapshot()).hasSizeGreaterThanOrEqualTo(2));
        assertThat(handled.snapshot()).extracting(m -> (Object) m.subject()).contains(SOL);
    }

    @Test
    void a_link_is_open_only_once_everything_on_it_is_set_up() {
        BrokerLink link = service.links().consuming();
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
        service.links().stop(null);

        assertThatThrownBy(() -> service.publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol")))))
                .hasMessageContaining("not connected");
    }

    @Test
    void a_connection_that_has_no_channel_left_says_so_to_those_who_publish_and_look() throws Exception {
        ConnectionFactory oneChannel = new ConnectionFactory();
        oneChannel.setUri(broker.server().url());
        oneChannel.setRequestedChannelMax(1);
        LivePublisher live = new LivePublisher(service.links(), messages);
        List<BrokerLink.Attachment> attachments = List.of(
                opened -> new ConfirmChannel(opened, (_, _) -> {}, _ -> {}),
                live,
                new LiveSubscription(service.links().consuming(), _ -> {}, () -> {}));
        try (Connection connection = oneChannel.newConnection()) {
            connection.createChannel();

            for (BrokerLink.Attachment attachment : attachments) {
                assertThatThrownBy(() -> attachment.open(connection))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("no channel left");
            }
        }
        live.stop(null);
    }

    @Test
    void a_queue_that_is_gone_stops_its_consumer_alone_and_is_consumed_when_it_is_back() throws Exception {
        try (Connection connection = broker.connect();
                Channel channel = connection.createChannel()) {
            channel.queueDelete(Topology.MATCHMAKER_BONDS);
            Recorder<CloudEvent<?>> late = service.consume(
                    Topology.MATCHMAKER_BONDS, message -> Uni.createFrom().voidItem());
            await().untilAsserted(() ->
                    assertThat(service.refused(Topology.MATCHMAKER_BONDS)).isOne());
            Recorder<CloudEvent<?>> handled = service.consume(
                    Topology.GATEWAY_TIMELINE, message -> Uni.createFrom().voidItem());

            service.publish(Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))));
            await().untilAsserted(() -> assertThat(handled.snapshot()).hasSize(1));
            assertThat(service.links().consuming().isOpen()).isTrue();

            broker.declareTopology();
            await().untilAsserted(() ->
                    assertThat(service.refused(Topology.MATCHMAKER_BONDS)).isZero());
            channel.basicPublish(
                    "",
                    Topology.MATCHMAKER_BONDS,
                    null,
                    Envelopes.encode(messages.first(new MatchMutualV1(LUNA, SOL, "Sol")))
                            .getBytes(StandardCharsets.UTF_8));
            await().untilAsserted(() -> assertThat(late.snapshot()).hasSize(1));
        }
    }
}
