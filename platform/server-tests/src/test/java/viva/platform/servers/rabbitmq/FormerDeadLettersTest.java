package viva.platform.servers.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import viva.platform.messaging.Topology;
import viva.platform.servers.rabbitmq.DeadWorld.Letter;
import viva.platform.servers.rabbitmq.MortalProcess.Moment;
import viva.platform.testkit.OwnServers;

/** What the world of an earlier version left among its dead letters, at a real broker. */
class FormerDeadLettersTest {
    private static final OwnServers SERVERS = new OwnServers("former-dead-letters");
    private static final String SHARD = "life.shard.5";

    /** Queues of work that have successors of another name. */
    private static final int SUCCEEDED = 8;

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
    void a_message_that_is_rejected_in_any_queue_is_in_the_dead_letter_queue_of_its_service() throws Exception {
        URI url = virtualHost("rejected");
        new BrokerRooms(url).declare();
        try (DeadWorld world = new DeadWorld(url)) {
            Map<String, Integer> counts = new TreeMap<>();
            FormerTopology.handled().forEach(queue -> counts.put(Topology.successorOf(queue), 1));
            world.kill(counts, Topology::deadLettersOf);

            List<Letter> found = new ArrayList<>();
            for (String service : List.of("avatar", "gateway", "life", "llm", "matchmaker", "relationship")) {
                List<Letter> dead = world.look(service + ".dead");
                assertThat(dead).allMatch(letter -> letter.diedIn().startsWith(service + "."));
                found.addAll(dead);
            }
            assertThat(found).extracting(Letter::diedIn).containsExactlyInAnyOrderElementsOf(counts.keySet());
        }
    }

    @Test
    void what_was_dead_before_is_moved_as_it_is_and_the_queues_of_then_are_gone() throws Exception {
        URI url = virtualHost("moved");
        try (DeadWorld world = new DeadWorld(url)) {
            FormerTopology.declare(world.channel());
            Map<String, Integer> counts = everywhere(3);
            counts.put(SHARD, 320);
            world.kill(counts, FormerTopology::deadLettersOf);
            List<Letter> before = new ArrayList<>();
            for (String queue : List.of(SHARD, "life.bonds", "gateway.timeline", Topology.LLM_AVATARS)) {
                before.addAll(world.look(FormerTopology.deadLettersOf(queue)));
            }

            TakeOver first = new BrokerRooms(url).declare();
            List<Letter> moved = world.lookAtAll();
            TakeOver second = new BrokerRooms(url).declare();

            int all = counts.values().stream().mapToInt(Integer::intValue).sum();
            assertThat(first).isEqualTo(new TakeOver(all, counts.size() + SUCCEEDED, List.of()));
            assertThat(first.remarks()).hasSize(1);
            assertThat(second.remarks()).isEmpty();
            assertThat(moved).containsAll(before);
            assertThat(moved.stream().map(Letter::id).sorted()).containsExactlyElementsOf(DeadWorld.ids(counts));
            assertThat(world.lookAtAll()).containsExactlyInAnyOrderElementsOf(moved);
            for (String queue : counts.keySet()) {
                assertThat(world.has(FormerTopology.deadLettersOf(queue)))
                        .as(queue)
                        .isFalse();
            }
        }
    }

    @Test
    void a_take_over_that_is_killed_again_and_again_loses_nothing() throws Exception {
        URI url = virtualHost("killed");
        try (DeadWorld world = new DeadWorld(url)) {
            FormerTopology.declare(world.channel());
            Map<String, Integer> counts = everywhere(1);
            for (String busy : List.of("avatar.memories", "gateway.timeline", SHARD)) {
                counts.put(busy, 120);
            }
            world.kill(counts, FormerTopology::deadLettersOf);

            die(url, "queueBind", 100, Moment.BEFORE);
            die(url, "queueUnbind", 30, Moment.AFTER);
            die(url, "exchangeDeclare", 9, Moment.AFTER);
            die(url, "basicGet", 1, Moment.AFTER);
            die(url, "basicConsume", 1, Moment.AFTER);
            die(url, "basicPublish", 25, Moment.BEFORE);
            die(url, "waitForConfirms", 2, Moment.AFTER);
            die(url, "basicAck", 3, Moment.AFTER);
            die(url, "queueDelete", 2, Moment.BEFORE);
            die(url, "queueDelete", 30, Moment.AFTER);
            TakeOver last = new BrokerRooms(url).declare();

            assertThat(last.left()).isEmpty();
            List<String> sent = DeadWorld.ids(counts);
            List<String> found =
                    world.lookAtAll().stream().map(Letter::id).sorted().toList();
            assertThat(found.stream().distinct().toList()).isEqualTo(sent);
            assertThat(found.size() - sent.size()).as("doubles").isBetween(1, 4 * DeadLetterMove.ROUND);
            for (String queue : counts.keySet()) {
                assertThat(world.has(FormerTopology.deadLettersOf(queue)))
                        .as(queue)
                        .isFalse();
            }
        }
    }

    @Test
    void a_broker_that_is_killed_meanwhile_loses_nothing() throws Exception {
        URI url = virtualHost("broker");
        Map<String, Integer> counts = Map.of(SHARD, 200);
        try (DeadWorld world = new DeadWorld(url)) {
            FormerTopology.declare(world.channel());
            world.kill(counts, FormerTopology::deadLettersOf);
        }

        die(url, "waitForConfirms", 3, Moment.AFTER, FormerDeadLettersTest::killBroker);
        broker.start();
        // A queue may need a moment after the broker's start; what stays meanwhile is moved by the next preparation.
        await().untilAsserted(
                        () -> assertThat(new BrokerRooms(url).declare().left()).isEmpty());

        try (DeadWorld world = new DeadWorld(url)) {
            List<String> found = world.lookAtAll().stream()
                    .map(Letter::id)
                    .sorted()
                    .distinct()
                    .toList();
            assertThat(found).isEqualTo(DeadWorld.ids(counts));
        }
    }

    @Test
    void a_queue_whose_messages_are_in_other_hands_stays_until_the_next_time() throws Exception {
        URI url = virtualHost("hands");
        try (DeadWorld world = new DeadWorld(url)) {
            FormerTopology.declare(world.channel());
            Map<String, Integer> counts = Map.of(SHARD, 3);
            world.kill(counts, FormerTopology::deadLettersOf);
            Connection reader = DeadWorld.connect(url);
            GetResponse inHand = reader.createChannel().basicGet(FormerTopology.deadLettersOf(SHARD), false);

            TakeOver first = new BrokerRooms(url).declare();
            reader.abort();
            await().untilAsserted(() -> assertThat(world.channel().messageCount(FormerTopology.deadLettersOf(SHARD)))
                    .isOne());
            TakeOver second = new BrokerRooms(url).declare();

            assertThat(inHand).isNotNull();
            assertThat(first.left()).singleElement().asString().contains("life.shard.5.dead stays", "in hand (1)");
            assertThat(first.remarks()).hasSize(2);
            assertThat(second).isEqualTo(new TakeOver(1, 2, List.of()));
            assertThat(world.lookAtAll().stream().map(Letter::id).sorted())
                    .containsExactlyElementsOf(DeadWorld.ids(counts));
        }
    }

    @Test
    void a_successor_that_is_full_takes_no_more() throws Exception {
        URI url = virtualHost("full");
        new BrokerRooms(url).declare();
        try (DeadWorld world = new DeadWorld(url)) {
            Channel channel = world.channel();
            channel.queueDeclare("old", true, false, false, Map.of("x-queue-type", "quorum"));
            world.kill(Map.of(SHARD, 1), Topology::deadLettersOf);
            for (int n = 0; n < 2; n++) {
                channel.basicPublish("", "old", null, new byte[] {1});
            }
            channel.waitForConfirms();
            var successor = new Definitions.Binding(Topology.DEAD, "life.dead", SHARD);

            Connection connection = channel.getConnection();
            assertThatThrownBy(() -> new DeadLetterMove(connection, "old", successor, 1).run())
                    .isInstanceOf(IOException.class)
                    .hasMessage("life.dead is full, replay or drop some of its messages");

            await().untilAsserted(() -> assertThat(channel.messageCount("old")).isEqualTo(2));
            assertThat(channel.messageCount("life.dead")).isOne();
            new DeadLetterMove(connection, "old", successor, 3).run();
            assertThat(channel.messageCount("life.dead")).isEqualTo(3);
        }
    }

    private static void die(URI url, String method, int call, Moment moment) throws Exception {
        die(url, method, call, moment, () -> {});
    }

    private static void die(URI url, String method, int call, Moment moment, Runnable alsoThen) throws Exception {
        MortalProcess process = new MortalProcess(url, method, call, moment, alsoThen);
        assertThatThrownBy(() -> BrokerRooms.declare(process))
                .as("%s %d", method, call)
                .isNotNull();
        assertThat(process.isDead()).as("%s %d", method, call).isTrue();
    }

    private static void killBroker() {
        ProcessHandle process = ProcessHandle.of(broker.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static URI virtualHost(String name) {
        new RabbitManagement(broker.managementUrl()).createVirtualHost(name);
        return broker.url().resolve("/" + name);
    }

    private static Map<String, Integer> everywhere(int count) {
        Map<String, Integer> counts = new TreeMap<>();
        FormerTopology.handled().forEach(queue -> counts.put(queue, count));
        return counts;
    }
}
