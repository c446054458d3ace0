package viva.platform.messaging;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.testkit.OwnServers;

/** A broker of the test's own, which it may kill. */
final class TestBroker implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final OwnServers servers = new OwnServers("messaging-" + COUNT.incrementAndGet());
    private final RabbitServer server;

    TestBroker() {
        server = servers.rabbitmq();
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

    MessagingConfig config() {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(MessagingConfig.class)
                .withDefaultValue("viva.messaging.url", server.url().toString())
                .withDefaultValue("viva.messaging.reconnect-delay", "100ms")
                .withDefaultValue("viva.messaging.attempts", "3")
                .withDefaultValue("viva.messaging.first-retry-delay", "5ms")
                .build()
                .getConfigMapping(MessagingConfig.class);
    }

    @Override
    public void close() {
        servers.close();
    }
}
