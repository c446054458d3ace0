package viva.gateway.phoenix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import viva.gateway.backend.FakePeers;
import viva.gateway.channel.Beings;
import viva.gateway.support.Owner;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.VivaServers;

/** Everybody comes at once, as after a restart. */
@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class BurstTest {
    private static final int OWNERS = 4;
    private static final int SOCKETS = 160;
    private static final int WRITES = 120;

    @TestHTTPResource("/")
    URI server;

    @Inject
    Visitors visitors;

    private final Recorder<PhoenixClient> clients = new Recorder<>();

    @AfterEach
    void close() {
        clients.snapshot().forEach(PhoenixClient::close);
    }

    @Test
    void all_sockets_that_are_opened_at_once_are_joined() {
        List<Beings> owners =
                IntStream.range(0, OWNERS).mapToObj(i -> Beings.fresh()).toList();
        List<String> tokens =
                owners.stream().map(one -> visitors.socketToken(one.owner())).toList();

        List<String> answers = atOnce(SOCKETS, i -> {
            PhoenixClient client = PhoenixClient.connect(server, tokens.get(i % OWNERS));
            clients.accept(client);
            JsonNode answer = client.join(owners.get(i % OWNERS).topic());
            return answer.path("status").asText().equals("ok") ? "ok" : answer.toString();
        });

        assertThat(answers).hasSize(SOCKETS).containsOnly("ok");
    }

    @Test
    void all_messages_that_are_sent_at_once_by_several_owners_are_taken() {
        List<Owner> owners =
                IntStream.range(0, OWNERS).mapToObj(i -> Owner.signUp()).toList();

        List<Integer> answers = atOnce(WRITES, i -> {
            Owner owner = owners.get(i % OWNERS);
            UUID avatar = new UUID(i + 1, UUID.fromString(owner.id()).getLeastSignificantBits());
            return owner.asks()
                    .contentType(ContentType.JSON)
                    .body(Map.of("content", "Hello"))
                    .post("/api/avatars/" + avatar + "/messages")
                    .statusCode();
        });

        assertThat(answers).hasSize(WRITES).containsOnly(202);
    }

    private static <T> List<T> atOnce(int count, IntFunction<T> action) {
        try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<T>> answers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                answers.add(CompletableFuture.supplyAsync(() -> action.apply(number), everybody));
            }
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }
}
