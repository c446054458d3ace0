package viva.platform.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.Connection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.platform.servers.process.Command;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.testkit.OwnServers;
import viva.platform.testkit.Recorder;

/**
 * Four things that a queue needs whose loss would matter (ADR 34). The connector gets the first one wrong, and its test says so by name: it
 * turns red with the version that mends it.
 */
class ConnectorTest {
    private static final int HEARTBEAT = 4;
    private static final int SHORT_HEARTBEAT = 3;

    /** With this one a silent connection lasts far longer than any wait of a test. */
    private static final int LONG_HEARTBEAT = 300;

    /** One attempt a second, each after the same pause: what comes back after these comes back after the 300 of five minutes. */
    private static final int MANY_ATTEMPTS = 20;

    private static final Duration USUAL_CONSUMER_TIMEOUT = Duration.ofMinutes(30);
    private static final OwnServers SERVERS = new OwnServers("connector");
    private static RabbitServer broker;

    @BeforeAll
    static void startBroker() {
        broker = SERVERS.rabbitmq();
    }

    @AfterAll
    static void stopBroker() {
        SERVERS.close();
    }

    @BeforeEach
    void haveBroker() {
        if (!broker.isRunning()) {
            broker.start();
        }
    }

    @Test
    void a_late_acknowledgement_settles_another_message_which_nobody_has_handled() throws Exception {
        TestQueue queue = TestQueue.declared(broker.url(), "late");
        queue.publish(0, 200);
        try (ConnectorApp app = app(queue)) {
            await().until(() -> app.arrivals().all().size() == 100);
            app.arrivals().all().subList(0, 50).forEach(Arrivals.Arrival::finish);
            await().until(() -> app.arrivals().all().size() == 150);
            List<Arrivals.Arrival> late = app.arrivals().all().subList(50, 100);
            broker.close();
            broker.start();
            await().until(() -> app.arrivals().all().size() == 250);

            late.forEach(Arrivals.Arrival::finish);

            await().until(() -> app.arrivals().all().size() == 300);
        }
        SortedSet<Integer> kept = queue.drain();
        assertThat(lost(100, 200, kept)).isEqualTo(numbers(100, 150));
        assertThat(kept).containsAll(numbers(50, 100));
    }

    @Test
    void a_broker_that_was_away_is_found_again() throws Exception {
        TestQueue queue = TestQueue.declared(broker.url(), "away");
        queue.publish(0, 1);
        try (ConnectorApp app = app(queue)) {
            await().until(() -> app.arrivals().has(0));

            broker.close();
            awaitAttempts(broker.url());
            broker.start();
            queue.publish(1, 2);

            await().until(() -> app.arrivals().has(1));
        }
    }

    @Test
    void a_broker_that_is_away_at_the_start_is_found() throws Exception {
        TestQueue queue = TestQueue.declared(broker.url(), "away-at-start");
        queue.publish(0, 1);
        URI address = broker.url();
        broker.close();
        try (ConnectorApp app = app(queue)) {
            awaitAttempts(address);

            broker.start();

            await().until(() -> app.arrivals().has(0));
        }
    }

    @Test
    void a_closed_channel_leaves_the_prefetch_as_it_was() throws Exception {
        limitConsumers(Duration.ofMillis(1));
        TestQueue queue = TestQueue.declared(broker.url(), "prefetch");
        queue.publish(0, 1000);
        try (ConnectorApp app = app(queue)) {
            await().until(() -> app.arrivals().all().size() == ConnectorApp.PREFETCH);

            closeChannelsThatWaitForAcknowledgements();
            await().until(() -> app.arrivals().all().size() == 2 * ConnectorApp.PREFETCH);
            assertThat(queue.waiting()).isEqualTo(900);

            app.arrivals().all().subList(100, 150).forEach(Arrivals.Arrival::finish);
            await().until(() -> app.arrivals().all().size() == 250);
            assertThat(queue.waiting()).isEqualTo(850);
        } finally {
            limitConsumers(USUAL_CONSUMER_TIMEOUT);
        }
    }

    /** The broker looks once a heartbeat and gives a connection up at the second silent look: ADR 34 has the figures. */
    @Test
    void a_paused_process_loses_its_queue_by_the_heartbeat_of_its_own_connection() throws Exception {
        TestQueue soon = TestQueue.declared(broker.url(), "paused");
        TestQueue late = TestQueue.declared(broker.url(), "paused-for-long");
        soon.publish(0, 10);
        late.publish(0, 10);
        Process quick = ConnectorProcess.start(broker.url(), soon.name(), SHORT_HEARTBEAT);
        Process slow = ConnectorProcess.start(broker.url(), late.name(), LONG_HEARTBEAT);
        try {
            await().until(() -> soon.waiting() == 0 && late.waiting() == 0);
            Recorder<Integer> soonTaken = new Recorder<>();
            Recorder<Integer> lateTaken = new Recorder<>();
            try (Connection ofSoon = soon.take(soonTaken);
                    Connection ofLate = late.take(lateTaken)) {
                signal(slow, "STOP");
                signal(quick, "STOP");

                await().until(() -> soonTaken.size() == 10);
                assertThat(lateTaken.size()).isZero();
                assertThat(ofSoon.isOpen() && ofLate.isOpen()).isTrue();
            }
        } finally {
            quick.destroyForcibly().waitFor();
            slow.destroyForcibly().waitFor();
        }
    }

    private static ConnectorApp app(TestQueue queue) {
        return new ConnectorApp(queue.broker(), queue.name(), HEARTBEAT);
    }

    private static void awaitAttempts(URI address) {
        try (ClosedDoor door = new ClosedDoor(address.getPort())) {
            await().until(() -> door.attempts() >= MANY_ATTEMPTS);
        }
    }

    private static void limitConsumers(Duration limit) {
        broker.evaluate("application:set_env(rabbit, consumer_timeout, %d).".formatted(limit.toMillis()));
    }

    /** As the broker does by itself once a minute to each that has kept a message for longer than its {@code consumer_timeout}. */
    private static void closeChannelsThatWaitForAcknowledgements() {
        broker.evaluate("[Channel ! tick || Channel <- rabbit_channel:list_local()].");
    }

    private static SortedSet<Integer> numbers(int from, int to) {
        return new TreeSet<>(IntStream.range(from, to).boxed().toList());
    }

    private static SortedSet<Integer> lost(int from, int to, SortedSet<Integer> kept) {
        SortedSet<Integer> lost = numbers(from, to);
        lost.removeAll(kept);
        return lost;
    }

    private static void signal(Process process, String signal) {
        String kill = Command.find("kill").orElseThrow().toString();
        assertThat(Command.ask(kill, "-" + signal, Long.toString(process.pid())))
                .isPresent();
    }
}
