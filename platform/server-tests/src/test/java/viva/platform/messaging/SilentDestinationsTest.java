package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.message.LlmUsageV1;
import viva.contracts.message.OwnerMessageV1;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

/** A queue that says nothing: what goes there fails in the end, and everything else goes on, each destination in order. */
class SilentDestinationsTest {
    private static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");
    private static final AvatarId SOL = AvatarId.of("0198c0de-0000-7000-8000-000000000002");
    private static final String SILENT = "life.shard.5";
    private static final String ALSO_SILENT = "life.shard.7";
    private static final String HEALTHY = "life.shard.6";

    /** All events have one destination; this queue gets those of one avatar alone. */
    private static final String OF_SOL = "of-sol";

    private static final String EVENTS = "llm.usage.";
    private static final int COPIES = 50;
    private static final int MANY = 500;
    private static final Duration NEVER = Duration.ofHours(1);
    private static TestBroker broker;

    private final MessageFactory messages = new MessageFactory("test", MessageTraces.off());
    private final Map<String, CompletableFuture<Void>> answers = new LinkedHashMap<>();
    private volatile Duration timeout = NEVER;
    private Broker links;
    private ConfirmedPublisher publisher;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new TestBroker();
        try (Connection connection = broker.connect();
                Channel channel = connection.createChannel()) {
            channel.queueDeclare(OF_SOL, true, false, false, Map.of("x-queue-type", "quorum"));
            channel.queueBind(OF_SOL, Topology.EVENTS, EVENTS + SOL);
        }
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void connect() {
        MessagingConfig config = broker.config();
        links = new Broker(config);
        publisher = new ConfirmedPublisher(links, withTimeoutOfTest(config));
        await().until(publisher::isOpen);
    }

    @AfterEach
    void disconnect() {
        publisher.stop(null);
        links.stop(null);
    }

    private MessagingConfig withTimeoutOfTest(MessagingConfig config) {
        return (MessagingConfig) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {MessagingConfig.class},
                (_, method, arguments) ->
                        method.getName().equals("timeout") ? timeout : method.invoke(config, arguments));
    }

    @Test
    void a_message_that_gets_no_answer_fails_alone_and_its_channel_is_replaced() {
        // A channel makes itself known to a queue with its first message, and waits for the answer before it goes on.
        confirmed(command(SILENT));
        Leaders.silence(broker.server(), SILENT);
        try {
            CompletableFuture<Void> silent = publish(command(SILENT));
            confirmed(command(HEALTHY));

            giveUp(silent);
            assertThat(silent.exceptionNow()).isInstanceOf(NotConfirmed.Unanswered.class);
            confirmed(command(HEALTHY));
            assertThat(links.publishing().isOpen()).isTrue();
        } finally {
            Leaders.wake(broker.server(), SILENT);
        }
        confirmed(command(SILENT));
    }

    @Test
    void a_queue_that_never_answers_holds_others_up_once_and_then_nobody() {
        Leaders.silence(broker.server(), SILENT);
        CompletableFuture<Void> second;
        try {
            giveUp(publish(command(SILENT)));

            second = publish(command(SILENT));
            confirmed(command(HEALTHY));
            assertThat(second).isNotDone();
        } finally {
            Leaders.wake(broker.server(), SILENT);
        }
        await().until(second::isDone);
        confirmed(command(SILENT));
    }

    @Test
    void a_queue_that_answers_again_is_not_held_up_by_one_that_does_not() {
        Leaders.silence(broker.server(), SILENT);
        Leaders.silence(broker.server(), ALSO_SILENT);
        CompletableFuture<Void> stillSilent;
        try {
            try {
                giveUp(publish(command(SILENT)));
                giveUp(publish(command(ALSO_SILENT)));
            } finally {
                Leaders.wake(broker.server(), ALSO_SILENT);
            }

            stillSilent = publish(command(SILENT));
            confirmed(command(ALSO_SILENT));
            assertThat(stillSilent).isNotDone();
        } finally {
            Leaders.wake(broker.server(), SILENT);
        }
        await().until(stillSilent::isDone);
    }

    @Test
    void a_silent_queue_holds_nobody_up_while_messages_are_published_one_at_a_time() {
        Leaders.silence(broker.server(), SILENT);
        CompletableFuture<Void> second;
        try {
            giveUp(publish(command(SILENT)));
            closeTheChannel();

            second = publish(command(SILENT));
            confirmed(command(HEALTHY));
            assertThat(second).isNotDone();
        } finally {
            Leaders.wake(broker.server(), SILENT);
        }
        await().until(second::isDone);
    }

    @Test
    void what_waits_behind_a_message_of_its_batch_that_is_given_up_is_not_sent() {
        PublishBatch batch = new PublishBatch();
        CompletableFuture<Void> first;
        CompletableFuture<Void> second;
        closeTheChannel();
        Leaders.silence(broker.server(), SILENT);
        try {
            timeout = Duration.ofSeconds(1);
            first = publisher.publish(command(SILENT), batch).subscribeAsCompletionStage();
            second = publisher.publish(command(SILENT), batch).subscribeAsCompletionStage();
            await().until(first::isCompletedExceptionally);
            timeout = NEVER;
        } finally {
            Leaders.wake(broker.server(), SILENT);
        }

        await().until(second::isDone);
        assertThat(second.isCompletedExceptionally()).isTrue();
        assertThat(second.exceptionNow()).isSameAs(first.exceptionNow());
        confirmed(command(SILENT));
    }

    @Test
    void a_channel_that_is_open_is_not_replaced_when_its_line_is_renewed_once_more() throws Exception {
        Recorder<Optional<NotConfirmed>> ends = new Recorder<>();
        ConfirmLine line =
                new ConfirmLine(links.publishing(), (_, failure) -> ends.accept(Optional.ofNullable(failure)), _ -> {});
        await().until(line::isOpen);
        Leaders.silence(broker.server(), SILENT);
        try {
            send(line);
            links.publishing().renew(line).await().atMost(Waiting.PATIENCE);
            send(line);
        } finally {
            Leaders.wake(broker.server(), SILENT);
        }

        await().untilAsserted(() -> assertThat(ends.snapshot()).containsExactly(Optional.empty(), Optional.empty()));
        line.close();
    }

    private void send(ConfirmLine line) throws InterruptedException {
        line.send(
                new Sending(command(SILENT), new PublishBatch(), 0, new CompletableFuture<>()),
                new AMQP.BasicProperties());
    }

    /** Messages are published one at a time after that. */
    private void closeTheChannel() {
        CompletableFuture<Void> nowhere =
                publish(new Outgoing(UUID.randomUUID().toString(), "no.such.exchange", "key", "{}"));
        await().until(nowhere::isCompletedExceptionally);
    }

    @RepeatedTest(3)
    void a_destination_that_answers_again_keeps_its_order() throws Exception {
        try (Connection connection = broker.connect()) {
            Recorder<String> received = receiveEvents(connection);
            keepBusy(connection);
            Leaders.silence(broker.server(), OF_SOL);
            try {
                giveUp(publish(event(SOL)));
            } finally {
                Leaders.wake(broker.server(), OF_SOL);
            }

            CompletableFuture<Void> first = publish(event(LUNA));
            while (!first.isDone()) {
                var _ = publish(event(LUNA));
            }
            for (int n = 0; n < MANY; n++) {
                var _ = publish(event(LUNA));
            }

            assertThat(confirmedEvents()).hasSizeGreaterThan(MANY);
            await().untilAsserted(() -> assertThat(numbers(received.snapshot())).isEqualTo(numbers(confirmedEvents())));
        }
    }

    @Test
    void a_destination_that_is_found_silent_keeps_its_order() throws Exception {
        eventsKeepTheirOrderBehind(OF_SOL, event(SOL));
    }

    @Test
    void a_destination_keeps_its_order_behind_another_that_is_found_silent() throws Exception {
        eventsKeepTheirOrderBehind(SILENT, command(SILENT));
    }

    /** Some events wait on a channel that is held up by {@code held}, whose queue is silent, when it is replaced. */
    private void eventsKeepTheirOrderBehind(String queue, Outgoing held) throws Exception {
        try (Connection connection = broker.connect()) {
            Recorder<String> received = receiveEvents(connection);
            Leaders.silence(broker.server(), queue);
            try {
                timeout = Duration.ofSeconds(1);
                CompletableFuture<Void> silent = publish(held);
                await().until(() -> {
                    var _ = publish(event(LUNA));
                    return silent.isDone();
                });
                timeout = NEVER;

                confirmed(event(LUNA));
            } finally {
                Leaders.wake(broker.server(), queue);
            }

            await().untilAsserted(() -> assertThat(numbers(received.snapshot())).isEqualTo(numbers(confirmedEvents())));
        }
    }

    private Recorder<String> receiveEvents(Connection connection) throws Exception {
        Recorder<String> received = new Recorder<>();
        Channel channel = connection.createChannel();
        String queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, Topology.EVENTS, EVENTS + "*");
        channel.basicConsume(
                queue,
                true,
                (_, delivery) -> received.accept(delivery.getProperties().getMessageId()),
                _ -> {});
        return received;
    }

    /** The broker has more to do with each event than the publisher, so that some are under way at any moment. */
    private static void keepBusy(Connection connection) throws Exception {
        Channel channel = connection.createChannel();
        for (int n = 0; n < COPIES; n++) {
            channel.queueBind(channel.queueDeclare().getQueue(), Topology.EVENTS, EVENTS + "*");
        }
    }

    /** Events that the broker confirmed, in the order of their publication, when all have an answer. */
    private List<String> confirmedEvents() {
        await().until(() -> answers.values().stream().allMatch(CompletableFuture::isDone));
        return answers.entrySet().stream()
                .filter(answer -> !answer.getValue().isCompletedExceptionally())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Where events that were confirmed stand in the order of their publication. */
    private List<Integer> numbers(List<String> events) {
        List<String> confirmed = confirmedEvents();
        return events.stream()
                .map(confirmed::indexOf)
                .filter(number -> number >= 0)
                .toList();
    }

    private void confirmed(Outgoing message) {
        publish(message)
                .orTimeout(Waiting.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Ends the publisher's patience with a message. */
    private void giveUp(CompletableFuture<Void> silent) {
        timeout = Duration.ZERO;
        await().until(silent::isCompletedExceptionally);
        timeout = NEVER;
    }

    private CompletableFuture<Void> publish(Outgoing message) {
        CompletableFuture<Void> answer = publisher.publish(message).subscribeAsCompletionStage();
        if (message.exchange().equals(Topology.EVENTS)) {
            answers.put(message.messageId(), answer);
        }
        return answer;
    }

    private Outgoing event(AvatarId avatar) {
        return Outgoing.event(
                messages.first(new LlmUsageV1(avatar, null, "answer", "first", 1, 1, false, 0, Instant.EPOCH)));
    }

    private Outgoing command(String queue) {
        OwnerMessageV1 said = new OwnerMessageV1(
                LUNA, new AccountId(UUID.randomUUID()), new MessageId(UUID.randomUUID()), "Hi", Instant.EPOCH);
        return Outgoing.command(messages.first(said), queue);
    }
}
