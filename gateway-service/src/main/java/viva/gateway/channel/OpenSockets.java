package viva.gateway.channel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** The sockets of this gateway. */
@Singleton
class OpenSockets {
    private static final Logger LOG = Logger.getLogger(OpenSockets.class);
    private static final int BEFORE_EVERYBODY_ELSE = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int SERVICE_RESTART = 1012;

    private final Map<String, Entry> byConnection = new ConcurrentHashMap<>();
    private final SocketConfig config;

    private record Entry(PhoenixSocket socket, Wire wire) {}

    OpenSockets(SocketConfig config, MeterRegistry metrics) {
        this.config = config;
        Gauge.builder("viva.sockets", byConnection, Map::size)
                .description("open sockets")
                .register(metrics);
        Gauge.builder("viva.sockets.limit", config, SocketConfig::connections)
                .description("sockets that may be open; one more is refused")
                .register(metrics);
    }

    boolean isFull() {
        return byConnection.size() >= config.connections();
    }

    void add(String connectionId, PhoenixSocket socket, Wire wire) {
        byConnection.put(connectionId, new Entry(socket, wire));
    }

    int size() {
        return byConnection.size();
    }

    /** The socket of a connection, or null when it is closed. */
    PhoenixSocket get(String connectionId) {
        Entry entry = byConnection.get(connectionId);
        return entry == null ? null : entry.socket;
    }

    /** Forgets a connection and answers its socket, or null when it is not known. */
    PhoenixSocket remove(String connectionId) {
        Entry entry = byConnection.remove(connectionId);
        return entry == null ? null : entry.socket;
    }

    /** Closes every socket whose owner does not satisfy {@code holds}. */
    void closeUnless(Predicate<SocketOwner> holds) {
        byConnection.values().stream()
                .filter(entry -> !holds.test(entry.socket.owner()))
                .forEach(entry -> entry.wire.close(PhoenixSocket.POLICY_VIOLATION, "the session has ended"));
    }

    /** Tells every client to come back: clients take 1000 for the end, and reconnect after this code. */
    void stop(@Observes @Priority(BEFORE_EVERYBODY_ELSE) ShutdownEvent event) {
        if (byConnection.isEmpty()) {
            return;
        }
        List<Uni<Void>> farewells = byConnection.values().stream()
                .map(entry -> entry.wire.farewell(SERVICE_RESTART, "the gateway restarts"))
                .toList();
        try {
            Uni.join().all(farewells).andCollectFailures().await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            LOG.debugf("some clients did not hear that the gateway restarts: %s", e.getMessage());
        }
    }
}
