package viva.gateway.phoenix;

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
import viva.contracts.AccountId;
import viva.gateway.limit.Network;

/** The sockets of this gateway. */
@Singleton
class OpenSockets {
    private static final Logger LOG = Logger.getLogger(OpenSockets.class);
    private static final int BEFORE_EVERYBODY_ELSE = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int SERVICE_RESTART = 1012;

    private final Map<String, Entry> byConnection = new ConcurrentHashMap<>();
    private final Map<AccountId, Integer> ofAccounts = new ConcurrentHashMap<>();
    private final Map<Network, Integer> ofNetworks = new ConcurrentHashMap<>();
    private final SocketConfig config;

    private record Entry(PhoenixSocket socket, Wire wire, AccountId account, Network network) {}

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

    /** Whether the account may open no other socket. */
    boolean hasEnough(AccountId account) {
        return ofAccounts.getOrDefault(account, 0) >= config.connectionsPerAccount();
    }

    /** Whether nobody from there may open another socket. */
    boolean hasEnough(Network network) {
        return ofNetworks.getOrDefault(network, 0) >= config.connectionsPerNetwork();
    }

    /**
     * Adds a socket. Answers whether it may stay: many that asked at the same moment were all told that there is room, so the last of
     * them may find that there is none.
     */
    boolean add(String connectionId, PhoenixSocket socket, Wire wire, AccountId account, Network network) {
        byConnection.put(connectionId, new Entry(socket, wire, account, network));
        int mine = ofAccounts.merge(account, 1, Integer::sum);
        int near = ofNetworks.merge(network, 1, Integer::sum);
        return byConnection.size() <= config.connections()
                && mine <= config.connectionsPerAccount()
                && near <= config.connectionsPerNetwork();
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
        if (entry == null) {
            return null;
        }
        ofAccounts.computeIfPresent(entry.account, OpenSockets::oneLess);
        ofNetworks.computeIfPresent(entry.network, OpenSockets::oneLess);
        return entry.socket;
    }

    private static <T> Integer oneLess(T whose, int count) {
        return count == 1 ? null : count - 1;
    }

    /** Closes every socket whose owner does not satisfy {@code holds}. */
    void closeUnless(Predicate<SocketOwner> holds) {
        byConnection.values().stream()
                .filter(entry -> !holds.test(entry.socket.owner()))
                .forEach(entry -> entry.socket.end());
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
