package viva.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.ShardId;
import viva.contracts.message.OwnerMessageV1;
import viva.gateway.backend.FakePeers;
import viva.gateway.channel.Beings;
import viva.gateway.command.Receipt.ClientIdTaken;
import viva.gateway.command.Receipt.Taken;
import viva.gateway.support.Owner;
import viva.platform.messaging.Broker;
import viva.platform.messaging.HandlingMetrics;
import viva.platform.messaging.MessageTraces;
import viva.platform.messaging.QueueConsumer;
import viva.platform.messaging.Topology;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class OwnerMessagesTest {
    private static final Duration PATIENCE = Waiting.PATIENCE;

    @Inject
    OwnerMessages messages;

    @Inject
    Broker broker;

    private final Beings beings = Beings.fresh();
    private final List<OwnerMessageV1> heard = new CopyOnWriteArrayList<>();
    private QueueConsumer shard;

    @BeforeEach
    void listen() {
        String queue = Topology.shardQueue(ShardId.of(beings.avatar()));
        shard = new QueueConsumer(
                broker.consuming(),
                queue,
                100,
                HandlingMetrics.of(new SimpleMeterRegistry(), "life.shard"),
                MessageTraces.off(),
                delivery -> {
                    if (delivery.message().data() instanceof OwnerMessageV1 message
                            && message.avatarId().equals(beings.avatar())) {
                        heard.add(message);
                    }
                    delivery.ack();
                });
        shard.start().await().atMost(PATIENCE);
    }

    @AfterEach
    void stop() {
        shard.stop().await().atMost(PATIENCE);
    }

    @Test
    void a_message_reaches_the_queue_of_its_avatars_shard() {
        Receipt receipt = take("Hello there", null);

        Waiting.await().atMost(PATIENCE).until(() -> heard.size() == 1);
        assertThat(receipt).isEqualTo(new Taken(heard.getFirst().messageId()));
        assertThat(heard.getFirst().content()).isEqualTo("Hello there");
        assertThat(heard.getFirst().ownerId()).isEqualTo(beings.owner());
    }

    @Test
    void a_message_tells_where_its_owner_is() {
        Owner owner = Owner.signUp();
        owner.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("locale", "pt-BR", "timezone", "America/Sao_Paulo"))
                .patch("/api/me")
                .then()
                .statusCode(200);

        messages.take(AccountId.of(owner.id()), beings.avatar(), new MessageContent("Oi"), null)
                .await()
                .atMost(PATIENCE);
        take("Hello", "c-1");

        Waiting.await().atMost(PATIENCE).until(() -> heard.size() == 2);
        assertThat(heard.getFirst().locale()).isEqualTo("pt-BR");
        assertThat(heard.getFirst().country()).isEqualTo("BR");
        assertThat(heard.getLast().locale()).isNull();
        assertThat(heard.getLast().country()).isNull();
    }

    @Test
    void a_message_that_is_sent_again_is_said_once() {
        Receipt first = take("Hello", "c-1");
        Receipt again = take("Hello", "c-1");
        Receipt next = take("Bye", "c-2");

        assertThat(again).isEqualTo(first);
        assertThat(next).isNotEqualTo(first);
        Waiting.await().atMost(PATIENCE).until(() -> heard.size() == 2);
        assertThat(heard).extracting(OwnerMessageV1::content).containsExactly("Hello", "Bye");
    }

    @Test
    void the_same_client_id_with_other_words_is_refused() {
        take("Hello", "c-1");

        assertThat(take("Something else", "c-1")).isEqualTo(new ClientIdTaken());
    }

    @Test
    void two_avatars_may_be_sent_the_same_client_id() {
        Receipt one = take("Hello", "c-1");
        Receipt other = messages.take(
                        beings.owner(), beings.anotherAvatar(), new MessageContent("Hello"), new ClientId("c-1"))
                .await()
                .atMost(PATIENCE);

        assertThat(other).isInstanceOf(Taken.class).isNotEqualTo(one);
    }

    @Test
    void a_message_that_is_sent_many_times_at_once_is_said_once() {
        List<Uni<Receipt>> sendings = IntStream.range(0, 20)
                .mapToObj(i -> messages.take(
                        beings.owner(), beings.avatar(), new MessageContent("Hello"), new ClientId("same")))
                .toList();

        List<Receipt> receipts = Uni.join().all(sendings).andFailFast().await().atMost(PATIENCE);

        assertThat(Set.copyOf(receipts)).hasSize(1);
        take("last", null);
        Waiting.await()
                .atMost(PATIENCE)
                .until(() ->
                        heard.stream().anyMatch(message -> message.content().equals("last")));
        assertThat(heard).hasSize(2);
    }

    private Receipt take(String content, String clientId) {
        return messages.take(
                        beings.owner(),
                        beings.avatar(),
                        new MessageContent(content),
                        clientId == null ? null : new ClientId(clientId))
                .await()
                .atMost(PATIENCE);
    }
}
