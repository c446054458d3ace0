package viva.gateway.replica;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/**
 * Where the life service's replicas are. Each of them answers for every avatar, whoever owns its shard. On Kubernetes there is one
 * address, and the Service behind it chooses.
 */
@Singleton
public class LifeReplicas {
    /** How long an address that failed is not asked while there is another; ours. */
    private static final Duration REST = Duration.ofSeconds(5);

    private static final long CONNECT_SECONDS = 2;
    private static final long READ_SECONDS = 4;

    private final List<URI> addresses;
    private final int connections;
    private final ReplicaChoice choice;

    LifeReplicas(
            @ConfigProperty(name = "viva.url.life") List<URI> addresses,
            @ConfigProperty(name = "quarkus.rest-client.connection-pool-size") int connections) {
        this.addresses = List.copyOf(addresses);
        this.connections = connections;
        this.choice = new ReplicaChoice(addresses.size(), REST);
    }

    /** Clients for all of them; what one kind of client learns of an address, every kind knows. */
    public <T> Replicas<T> clients(Class<T> type) {
        return new Replicas<>(
                addresses.stream().map(address -> client(type, address)).toList(), choice, System::nanoTime);
    }

    private <T> T client(Class<T> type, URI address) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(address)
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, connections)
                .build(type);
    }
}
