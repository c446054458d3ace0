package viva.gateway.backend;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import viva.gateway.token.InternalTokens;
import viva.platform.service.problem.OperatingFailures;

/**
 * Connects to the other services, whose addresses are {@code viva.url.*}. The life service may have several: each of its replicas answers for every
 * avatar, whoever owns its shard. On Kubernetes there is one address, and the Service behind it chooses.
 */
@Singleton
class Backends {
    /** For all attempts of one question together; less than viva.gateway.socket.handler-timeout. */
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    /** How long an address that failed is not asked while there is another; ours. */
    private static final Duration REST = Duration.ofSeconds(5);

    private static final long CONNECT_SECONDS = 2;
    private static final long READ_SECONDS = 4;

    private final Config config;
    private final InternalTokens tokens;
    private final ObjectMapper json;
    private final OperatingFailures operating;

    Backends(Config config, InternalTokens tokens, ObjectMapper json, OperatingFailures operating) {
        this.config = config;
        this.tokens = tokens;
        this.json = json;
        this.operating = operating;
    }

    /** @param service its short name, which is also the audience of the token that it is shown */
    <R> Backend<R> to(String service, Class<R> type) {
        List<URI> addresses = List.of(config.getValue("viva.url." + service, URI[].class));
        List<R> clients = addresses.stream()
                .map(address -> client(service, address, type))
                .toList();
        ReplicaChoice choice = new ReplicaChoice(addresses.size(), REST);
        Replicas<R> replicas = new Replicas<>(clients, choice, System::nanoTime);
        return new Backend<>(replicas, new Failures(service, json, operating), DEADLINE);
    }

    private <R> R client(String service, URI address, Class<R> type) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(address)
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .userAgent("viva-gateway")
                .property(
                        QuarkusRestClientProperties.CONNECTION_POOL_SIZE,
                        config.getValue("quarkus.rest-client.connection-pool-size", Integer.class))
                .register(new BearerTokens(service, tokens))
                .build(type);
    }
}
