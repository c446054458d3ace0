package viva.platform.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import viva.platform.servers.rabbitmq.BrokerRooms;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.testkit.OwnServers;

/** A broker of the test's own, which it may kill. */
final class TestBroker implements AutoCloseable {
    /** The pause between two probes of what failed. */
    static final Duration PROBE_EVERY = Duration.ofMillis(100);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final OwnServers servers = new OwnServers("messaging-" + COUNT.incrementAndGet());
    private final RabbitServer server;

    TestBroker() {
        this(true);
    }

    private TestBroker(boolean ready) {
        server = servers.rabbitmq();
        if (ready) {
            declareTopology();
        }
    }

    /** One that knows nothing of VIVA yet. */
    static TestBroker bare() {
        return new TestBroker(false);
    }

    void declareTopology() {
        new BrokerRooms(server.url()).declare();
    }

    RabbitServer server() {
        return server;
    }

    /** As the operating system would when memory runs out; then starts it again on the same port with the same data. */
    void killAndRestart() {
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        server.start();
    }

    /** A connection past VIVA's own code. */
    Connection connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(server.url());
        return factory.newConnection();
    }

    /** Messages in a queue that no consumer holds. */
    int ready(String queue) throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            return channel.queueDeclarePassive(queue).getMessageCount();
        }
    }

    /** Empties every queue of VIVA. */
    void purge() throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            for (Topology.Queue queue : Topology.queues()) {
                channel.queuePurge(queue.name());
            }
        }
    }

    MessagingConfig config() {
        return config(server.url());
    }

    MessagingConfig config(URI url) {
        return config(url, Map.of());
    }

    /** @param settings below {@code viva.messaging} */
    MessagingConfig config(Map<String, String> settings) {
        return config(server.url(), settings);
    }

    private static MessagingConfig config(URI url, Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(MessagingConfig.class)
                .withDefaultValue("viva.messaging.url", url.toString())
                .withDefaultValue("viva.messaging.reconnect-delay", "100ms")
                .withDefaultValue("viva.messaging.attempts", "3")
                .withDefaultValue("viva.messaging.first-retry-delay", "5ms")
                .withDefaultValue("viva.messaging.probe-every", PROBE_EVERY.toMillis() + "ms");
        settings.forEach((name, value) -> builder.withDefaultValue("viva.messaging." + name, value));
        return builder.build().getConfigMapping(MessagingConfig.class);
    }

    /** Takes a queue's leader away, as the death of the node where it is would; {@link #bringLeaderBack} undoes it. */
    void takeLeaderAway(String queue) {
        Leaders.takeAway(server, queue);
    }

    void bringLeaderBack(String queue) {
        Leaders.bringBack(server, queue);
    }

    @Override
    public void close() {
        servers.close();
    }
}
