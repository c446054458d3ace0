package viva.platform.servers.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import viva.platform.messaging.Topology;
import viva.platform.servers.rabbitmq.MortalProcess.Moment;
import viva.platform.testkit.OwnServers;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

/** A world of the version before, with messages in every queue that has a successor. */
class FormerQueuesTest {
    private static final OwnServers SERVERS = new OwnServers("former-queues");
    private static final int EACH = 120;
    private static final Duration REFUSAL_PAUSE = Duration.ofMillis(50);
    private static RabbitServer broker;

    @BeforeAll
    static void start() {
        broker = SERVERS.rabbitmq();
    }

    @AfterAll
    static void stop() {
        SERVERS.close();
    }

    @Test
    void what_waited_is_in_the_successors_in_its_order_and_the_queues_of_then_are_gone() throws Exception {
        URI url = virtualHost("queues-moved");
        try (DeadWorld world = new DeadWorld(url)) {
            FormerTopology.declareSecond(world.channel());
            fill(world.channel());

            TakeOver first = new BrokerRooms(url).declare();
            TakeOver second = new BrokerRooms(url).declare();

            assertThat(first)
                    .isEqualTo(new TakeOver(
                            (long) EACH * succeeded().size(), succeeded().size(), List.of()));
            assertThat(second).isEqualTo(TakeOver.NOTHING);
            for (String queue : succeeded()) {
                assertThat(world.has(queue)).as(queue).isFalse();
                assertThat(drain(world.channel(), Topology.successorOf(queue), EACH))
                        .as(queue)
                        .containsExactlyElementsOf(numbers(EACH));
            }
        }
    }

    @Test
    void a_sender_that_goes_on_meanwhile_loses_nothing_and_keeps_its_order() throws Exception {
        URI url = virtualHost("queues-busy");
        moveBesideASender(url, () -> DeadWorld.connect(url));
    }

    @Test
    void a_broker_that_delivers_with_pauses_keeps_the_order_of_a_sender_too() throws Exception {
        URI url = virtualHost("queues-hesitant");
        try (HesitantBroker hesitant = new HesitantBroker(url)) {
            moveBesideASender(url, hesitant);
        }
    }

    @Test
    void a_preparation_that_is_killed_again_and_again_loses_nothing() throws Exception {
        URI url = virtualHost("queues-killed");
        try (DeadWorld world = new DeadWorld(url)) {
            FormerTopology.declareSecond(world.channel());
            fill(world.channel());

            die(url, "basicPublish", 70, Moment.BEFORE);
            die(url, "waitForConfirms", 3, Moment.AFTER);
            die(url, "basicAck", 5, Moment.BEFORE);
            die(url, "queueUnbind", 5, Moment.AFTER);
            die(url, "queueDelete", 3, Moment.AFTER);
            TakeOver last = new BrokerRooms(url).declare();

            assertThat(last.left()).isEmpty();
            for (String queue : succeeded()) {
                String successor = Topology.successorOf(queue);
                assertThat(world.has(queue)).as(queue).isFalse();
                int count = Math.toIntExact(world.channel().messageCount(successor));
                assertThat(drain(world.channel(), successor, count).stream().distinct())
                        .as(queue)
                        .containsExactlyElementsOf(numbers(EACH));
            }
        }
    }

    @Test
    void a_queue_that_an_earlier_version_consumes_from_is_left_to_it() throws Exception {
        URI url = virtualHost("queues-consumed");
        Connection earlier = DeadWorld.connect(url);
        try (DeadWorld world = new DeadWorld(url)) {
            FormerTopology.declareSecond(world.channel());
            Recorder<String> handled = new Recorder<>();
            earlier.createChannel()
                    .basicConsume("life.bonds", true, (_, got) -> handled.accept(text(got.getBody())), _ -> {});
            fill(world.channel());

            TakeOver first = new BrokerRooms(url).declare();
            world.channel()
                    .basicPublish(Topology.EVENTS, "bond.changed.x", MessageProperties.PERSISTENT_BASIC, bytes(EACH));
            world.channel().waitForConfirmsOrDie(Waiting.PATIENCE.toMillis());
            earlier.abort();
            await().until(() -> world.channel().consumerCount("life.bonds") == 0);
            TakeOver second = new BrokerRooms(url).declare();

            assertThat(first.left())
                    .containsExactly("life.bonds stays: services of an earlier version consume from it");
            assertThat(handled.snapshot()).containsExactlyElementsOf(numbers(EACH));
            assertThat(second.left()).isEmpty();
            assertThat(drain(world.channel(), Topology.LIFE_BONDS, 1)).containsExactly(Integer.toString(EACH));
            assertThat(world.has("gateway.timeline")).isFalse();
        } finally {
            earlier.abort();
        }
    }

    private static void moveBesideASender(URI url, FormerDeadLetters.Dial dial) throws Exception {
        try (DeadWorld world = new DeadWorld(url)) {
            FormerTopology.declareSecond(world.channel());
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Integer> sender = CompletableFuture.supplyAsync(() -> send(url, enough));

            TakeOver takeOver = BrokerRooms.declare(dial);
            enough.set(true);
            int sent = sender.join();

            assertThat(takeOver.left()).isEmpty();
            assertThat(sent).isGreaterThan(100);
            Recorder<String> found = new Recorder<>();
            world.channel()
                    .basicConsume(Topology.LIFE_AVATARS, true, (_, got) -> found.accept(text(got.getBody())), _ -> {});
            await().untilAsserted(() -> assertThat(found.snapshot()).contains(Integer.toString(sent - 1)));
            assertThat(found.snapshot().stream().distinct()).containsExactlyElementsOf(numbers(sent));
        }
    }

    private static List<String> succeeded() {
        return FormerTopology.handled().stream()
                .filter(queue -> !Topology.successorOf(queue).equals(queue))
                .toList();
    }

    private static void fill(Channel channel) throws Exception {
        for (String queue : succeeded()) {
            for (int n = 0; n < EACH; n++) {
                channel.basicPublish("", queue, MessageProperties.PERSISTENT_BASIC, bytes(n));
            }
        }
        channel.waitForConfirmsOrDie(Waiting.PATIENCE.toMillis());
    }

    /** As an outbox does: one after the other, each until the broker has it, with a pause after a refusal. */
    private static int send(URI url, AtomicBoolean enough) {
        try (Connection connection = DeadWorld.connect(url);
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            int n = 0;
            while (!enough.get() || n <= 100) {
                int next = n;
                if (!isTaken(channel, next)) {
                    await().pollInterval(REFUSAL_PAUSE).until(() -> isTaken(channel, next));
                }
                n++;
            }
            return n;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTaken(Channel channel, int n) throws Exception {
        channel.basicPublish(Topology.EVENTS, "avatar.created.x", MessageProperties.PERSISTENT_BASIC, bytes(n));
        return channel.waitForConfirms(Waiting.PATIENCE.toMillis());
    }

    private static List<String> drain(Channel channel, String queue, int count) throws IOException {
        Recorder<String> found = new Recorder<>();
        String tag = channel.basicConsume(queue, true, (_, got) -> found.accept(text(got.getBody())), _ -> {});
        await().untilAsserted(() -> assertThat(found.size()).isEqualTo(count));
        channel.basicCancel(tag);
        return found.snapshot();
    }

    private static List<String> numbers(int count) {
        List<String> numbers = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            numbers.add(Integer.toString(n));
        }
        return numbers;
    }

    private static byte[] bytes(int n) {
        return Integer.toString(n).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static void die(URI url, String method, int call, Moment moment) {
        MortalProcess process = new MortalProcess(url, method, call, moment, () -> {});
        assertThatThrownBy(() -> BrokerRooms.declare(process))
                .as("%s %d", method, call)
                .isNotNull();
        assertThat(process.isDead()).as("%s %d", method, call).isTrue();
    }

    private static URI virtualHost(String name) {
        new RabbitManagement(broker.managementUrl()).createVirtualHost(name);
        return broker.url().resolve("/" + name);
    }
}
