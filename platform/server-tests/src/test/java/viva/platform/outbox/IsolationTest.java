package viva.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.message.MatchMutualV1;
import viva.contracts.message.OwnerMessageV1;
import viva.platform.messaging.HandlingMetrics;
import viva.platform.messaging.Leaders;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.MessageTraces;
import viva.platform.messaging.Outgoing;
import viva.platform.messaging.QueueConsumer;
import viva.platform.messaging.Topology;
import viva.platform.servers.process.Command;
import viva.platform.testkit.Recorder;

/** A destination that takes nothing holds up no other, and a replica that is paused holds up no other either. */
class IsolationTest {
    private static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");
    private static final AvatarId SOL = AvatarId.of("0198c0de-0000-7000-8000-000000000002");
    private static final String SILENT = "life.shard.5";
    private static OutboxWorld world;

    private final MessageFactory messages = new MessageFactory("test", MessageTraces.off());
    private final Recorder<UUID> received = new Recorder<>();
    private OutboxWorld.Replica replica;
    private QueueConsumer consumer;

    @BeforeAll
    static void startServers() {
        world = new OutboxWorld("isolation");
    }

    @AfterAll
    static void stopServers() {
        world.close();
    }

    private void start() {
        replica = world.newReplica(Map.of("viva.messaging.timeout", "3s"));
        consumer = new QueueConsumer(
                replica.broker().consuming(),
                Topology.GATEWAY_TIMELINE,
                100,
                HandlingMetrics.of(new SimpleMeterRegistry(), "timeline"),
                MessageTraces.off(),
                delivery -> {
                    received.accept(delivery.message().id());
                    delivery.ack();
                });
        consumer.start().await().atMost(OutboxWorld.LONG);
    }

    @AfterEach
    void stopReplica() {
        await().until(() -> world.count("outbox") == 0);
        consumer.stop().await().atMost(OutboxWorld.LONG);
        replica.close();
    }

    @Test
    void a_full_queue_waits_alone_and_gets_everything_later() throws Exception {
        start();
        try (Connection connection = raw();
                Channel channel = connection.createChannel()) {
            channel.queueDeclare(
                    "small", false, false, true, Map.of("x-max-length", 1, "x-overflow", "reject-publish"));
            channel.queueBind("small", Topology.COMMANDS, "small");
            List<Outgoing> commands =
                    IntStream.range(0, 10).mapToObj(_ -> command("small")).toList();
            commands.forEach(this::write);
            await().until(() -> replica.relay().notes().containsKey("outbox viva.commands small"));

            List<Outgoing> events = events(500);
            events.forEach(this::write);

            await().untilAsserted(() -> assertThat(received.snapshot()).containsExactlyElementsOf(ids(events)));
            await().untilAsserted(() -> assertThat(world.count("outbox")).isEqualTo(9));
            Recorder<String> taken = new Recorder<>();
            channel.basicConsume(
                    "small",
                    true,
                    (_, delivery) -> taken.accept(delivery.getProperties().getMessageId()),
                    _ -> {});
            await().untilAsserted(() -> assertThat(taken.snapshot().stream().distinct())
                    .containsAll(commands.stream().map(Outgoing::messageId).toList()));
            await().until(() -> replica.relay().notes().isEmpty());
        }
    }

    @Test
    void a_queue_without_a_leader_waits_alone() {
        start();
        world.takeLeaderAway(SILENT);
        List<Outgoing> events = events(300);
        try {
            write(command(SILENT));
            events.forEach(this::write);

            await().untilAsserted(() -> assertThat(received.snapshot()).containsExactlyElementsOf(ids(events)));
            await().until(() -> replica.relay().notes().containsKey("outbox viva.commands " + SILENT));
        } finally {
            world.bringLeaderBack(SILENT);
        }
    }

    @Test
    void a_queue_that_does_not_answer_waits_alone() {
        start();
        Leaders.silence(world.rabbit(), SILENT);
        List<Outgoing> events = events(300);
        try {
            write(command(SILENT));
            events.forEach(this::write);

            await().untilAsserted(() -> assertThat(received.snapshot()).containsExactlyElementsOf(ids(events)));
            await().until(() -> replica.relay().notes().containsKey("outbox viva.commands " + SILENT));
        } finally {
            Leaders.wake(world.rabbit(), SILENT);
        }
    }

    @Test
    void a_relay_that_is_paused_in_the_middle_silences_no_other() throws Exception {
        Leaders.silence(world.rabbit(), SILENT);
        Process paused = relayProcess();
        List<Outgoing> events = events(50);
        try {
            world.append(List.of(command(SILENT)));
            await().until(() -> world.isRelayed());
            signal(paused, "STOP");

            start();
            events.forEach(this::write);

            await().untilAsserted(() -> assertThat(received.snapshot()).containsExactlyElementsOf(ids(events)));
        } finally {
            paused.destroyForcibly().waitFor();
            Leaders.wake(world.rabbit(), SILENT);
        }
    }

    private static Process relayProcess() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RelayProcess.class.getName());
        builder.environment().put(RelayProcess.DATABASE, world.databaseUrl());
        builder.environment().put(RelayProcess.BROKER, world.rabbit().url().toString());
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void signal(Process process, String signal) {
        String kill = Command.find("kill").orElseThrow().toString();
        assertThat(Command.ask(kill, "-" + signal, Long.toString(process.pid())))
                .isPresent();
    }

    private void write(Outgoing message) {
        world.append(List.of(message));
        replica.outbox().committed();
    }

    private List<Outgoing> events(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol"))))
                .toList();
    }

    private Outgoing command(String key) {
        OwnerMessageV1 said = new OwnerMessageV1(
                LUNA, new AccountId(UUID.randomUUID()), new MessageId(UUID.randomUUID()), "Hi", Instant.EPOCH);
        return Outgoing.command(messages.first(said), key);
    }

    private static List<UUID> ids(List<Outgoing> messages) {
        return messages.stream().map(m -> UUID.fromString(m.messageId())).toList();
    }

    private static Connection raw() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(world.rabbit().url());
        return factory.newConnection();
    }
}
