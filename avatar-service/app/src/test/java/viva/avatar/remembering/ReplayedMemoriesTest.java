package viva.avatar.remembering;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.avatar.rest.Owner;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.RememberV1;
import viva.platform.messaging.Envelopes;
import viva.platform.messaging.Topology;
import viva.platform.service.identity.Role;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** Dead letters of a service that runs, over its own REST. */
@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "avatar"))
class ReplayedMemoriesTest {
    private static final String DEAD = Topology.deadLettersOf(Topology.AVATAR_MEMORIES);
    private static final String LETTERS = "/internal/dead-letters";

    @ConfigProperty(name = "viva.messaging.url")
    String broker;

    private final Owner ana = Owner.anew();
    private EventTap tap;
    private Connection connection;
    private Channel channel;

    @BeforeEach
    void connect() throws Exception {
        ManagementPort.awaitReady();
        tap = new EventTap(broker, "memory.formed.*");
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker);
        connection = factory.newConnection("replayed memories test");
        channel = connection.createChannel();
        channel.confirmSelect();
        channel.queuePurge(DEAD);
    }

    @AfterEach
    void hangUp() throws Exception {
        tap.close();
        connection.close();
    }

    @Test
    void what_was_handled_before_its_letter_is_replayed_is_done_once() throws Exception {
        String luna = ana.createsLuna();
        CloudEvent<RememberV1> dream = dream(luna, "I flew.");
        tap.ask("avatar.memories", Envelopes.encode(dream));
        await().untilAsserted(() -> memories(luna, 1));
        bury(dream);

        operator()
                .body(Map.of("id", dream.id().toString()))
                .post(LETTERS + "/replay")
                .then()
                .statusCode(200)
                .body("settled", equalTo(1));
        tap.ask("avatar.memories", Envelopes.encode(dream(luna, "I fell.")));

        await().untilAsserted(() -> memories(luna, 2));
        assertThat(channel.messageCount(DEAD)).isZero();
        assertThat(tap.bodies().stream().filter(body -> body.contains(luna))).hasSize(2);
    }

    @Test
    void what_a_handler_gave_up_is_listed_by_what_it_is_and_shown_on_request_alone() throws Exception {
        String secret = "They say " + UUID.randomUUID();
        CloudEvent<RememberV1> rumour = CloudEvent.first(
                UUID.randomUUID(),
                "/viva/life",
                Instant.now(),
                WorldTime.parse("2030-01-01T17:00:00Z"),
                null,
                request(ana.createsLuna(), "rumour", secret));
        tap.ask("avatar.memories", Envelopes.encode(rumour));
        await().until(() -> channel.messageCount(DEAD) == 1);

        String list = operator()
                .get(LETTERS)
                .then()
                .statusCode(200)
                .body("items.type", contains("avatar.remember.v1"))
                .body("items.reason", contains("rejected"))
                .extract()
                .asString();

        assertThat(list).contains(rumour.id().toString()).doesNotContain(secret);
        operator().get(LETTERS + "/" + rumour.id()).then().statusCode(200).body("letter.tries", equalTo(1));
        operator()
                .body(Map.of("queue", Topology.AVATAR_MEMORIES))
                .post(LETTERS + "/drop")
                .then()
                .statusCode(200)
                .body("settled", equalTo(1));
    }

    private static CloudEvent<RememberV1> dream(String avatar, String content) {
        return CloudEvent.first(
                UUID.randomUUID(),
                "/viva/life",
                Instant.now(),
                WorldTime.parse("2030-01-01T17:00:00Z"),
                null,
                request(avatar, "dream", content));
    }

    private static RememberV1 request(String avatar, String kind, String content) {
        return new RememberV1(
                AvatarId.of(avatar),
                new MessageId(UUID.randomUUID()),
                kind,
                content,
                0.2,
                List.of(),
                WorldTime.parse("2030-01-01T17:00:00Z"));
    }

    /** Puts a message among the dead letters as the broker does. */
    private void bury(CloudEvent<?> message) throws Exception {
        AMQP.BasicProperties properties = new AMQP.BasicProperties.Builder()
                .messageId(message.id().toString())
                .headers(Map.of(
                        "x-first-death-queue", Topology.AVATAR_MEMORIES, "x-first-death-reason", "delivery_limit"))
                .deliveryMode(2)
                .build();
        channel.basicPublish("", DEAD, properties, Envelopes.encode(message).getBytes(StandardCharsets.UTF_8));
        channel.waitForConfirmsOrDie(Waiting.PATIENCE.toMillis());
    }

    private void memories(String avatar, int count) {
        ana.asks()
                .get("/avatars/" + avatar + "/memories")
                .then()
                .statusCode(200)
                .body("items", hasSize(count));
    }

    private RequestSpecification operator() {
        return given().header(
                        "Authorization",
                        "Bearer "
                                + TestTokens.internal("avatar", ana.account())
                                        .withGroups(Role.OPERATOR_LABEL)
                                        .sign())
                .contentType(ContentType.JSON);
    }
}
