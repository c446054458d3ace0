package viva.gateway.channel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sockets of this gateway. */
@Singleton
class OpenSockets {
    private static final int BEFORE_EVERYBODY_ELSE = 1;
    private static final int SERVICE_RESTART = 1012;

    private final Map<String, Entry> byConnection = new ConcurrentHashMap<>();
    private final SocketConfig config;

    private record Entry(PhoenixSocket socket, Wire wire) {}

    OpenSockets(SocketConfig config, MeterRegistry metrics) {
        this.config = config;
        Gauge.builder("viva.sockets", byConnection, Map::size)
                .description("open sockets")
                .register(metrics);
    }

    boolean isFull() {
        return byConnection.size() >= config.connections();
    }

    void add(String connectionId, PhoenixSocket socket, Wire wire) {
        byConnection.put(connectionId, new Entry(socket, wire));
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

    /** Tells every client to come back: clients take 1000 for the end, and reconnect after this code. */
    void stop(@Observes @Priority(BEFORE_EVERYBODY_ELSE) ShutdownEvent event) {
        byConnection.values().forEach(entry -> entry.wire.close(SERVICE_RESTART, "the gateway restarts"));
    }
}
