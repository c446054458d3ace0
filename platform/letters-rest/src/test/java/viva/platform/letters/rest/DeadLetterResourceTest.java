package viva.platform.letters.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.GetResponse;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.platform.messaging.Topology;
import viva.platform.service.identity.Role;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {@ResourceArg(name = "service", value = "avatar"), @ResourceArg(name = "servers", value = "rabbitmq")
        })
class DeadLetterResourceTest {
    private static final UUID ACCOUNT = new UUID(0x0190_0000_0000_7000L, 11);
    private static final String DEAD = Topology.deadLettersOf(Topology.AVATAR_MEMORIES);
    private static final String WORDS = "what somebody told nobody else";
    private static final String PATH = "/internal/dead-letters";

    @ConfigProperty(name = "viva.messaging.url")
    String brokerUrl;

    private Connection connection;
    private Channel channel;

    @BeforeEach
    void connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(brokerUrl);
        connection = factory.newConnection("dead letter resource test");
        channel = connection.createChannel();
        channel.confirmSelect();
        channel.queuePurge(DEAD);
        channel.queuePurge(Topology.AVATAR_MEMORIES);
    }

    @AfterEach
    void hangUp() {
        connection.abort();
    }

    @Test
    void a_list_has_ids_reasons_and_tries_and_no_words_and_its_pages_join() throws Exception {
        for (String id : new String[] {"a", "b", "c"}) {
            die(id);
        }

        ValidatableResponse first = list("limit=2");
        first.statusCode(200)
                .body("items.id", contains("a", "b"))
                .body("items[0].type", equalTo("avatar.remember.v1"))
                .body("items[0].queue", equalTo(Topology.AVATAR_MEMORIES))
                .body("items[0].reason", equalTo("rejected"))
                .body("items[0].tries", equalTo(1))
                .body("items[0].died_at", notNullValue())
                .body("look.waiting", equalTo(3))
                .body(not(containsString(WORDS)));
        String cursor = first.extract().path("next_cursor");

        list("limit=2&cursor=" + cursor)
                .statusCode(200)
                .body("items.id", contains("c"))
                .body("next_cursor", nullValue());
        list("type=memory.*").body("items", empty());
        list("until=2000-01-01T00:00:00Z").body("items", empty());
    }

    @Test
    void one_letter_is_shown_with_its_words() throws Exception {
        die("shown");

        asOperator()
                .get(PATH + "/shown")
                .then()
                .statusCode(200)
                .body("letter.id", equalTo("shown"))
                .body("body", containsString(WORDS));
        asOperator().get(PATH + "/unknown").then().statusCode(404);
    }

    @Test
    void a_replayed_letter_is_in_its_queue_with_its_id_and_a_dropped_one_is_nowhere() throws Exception {
        die("again");
        die("enough");

        post("replay", Map.of("id", "again"))
                .statusCode(200)
                .body("settled", equalTo(1))
                .body("stayed", equalTo(0));
        post("drop", Map.of("queue", Topology.AVATAR_MEMORIES)).statusCode(200).body("settled", equalTo(1));

        Delivery back = take();
        channel.basicAck(back.getEnvelope().getDeliveryTag(), false);
        assertThat(back.getProperties().getMessageId()).isEqualTo("again");
        assertThat(channel.messageCount(DEAD)).isZero();
    }

    @Test
    void every_letter_is_not_meant_by_silence() throws Exception {
        die("kept");

        post("drop", Map.of()).statusCode(422).body("detail", containsString("all must be true"));
        post("drop", Map.of("typ", "avatar.*")).statusCode(422);
        post("replay", Map.of("all", true, "limit", 0)).statusCode(422);

        await().untilAsserted(() -> assertThat(channel.messageCount(DEAD)).isOne());
    }

    @Test
    void only_operators_with_a_token_for_this_service_come_in() {
        given().get(PATH).then().statusCode(401);
        given().header("Authorization", TestTokens.bearer("avatar", ACCOUNT))
                .get(PATH)
                .then()
                .statusCode(403);
        given().header(
                        "Authorization",
                        "Bearer " + operator().withAudience("life").sign())
                .get(PATH)
                .then()
                .statusCode(401);
        list("since=yesterday").statusCode(422);
        list("cursor=nonsense").statusCode(400);
    }

    @Test
    void letters_in_other_hands_are_a_conflict_and_no_loss() throws Exception {
        die("held");
        Channel other = connection.createChannel();
        GetResponse held = other.basicGet(DEAD, false);

        list("limit=1").statusCode(409).header("Retry-After", notNullValue());

        other.basicNack(held.getEnvelope().getDeliveryTag(), false, true);
        other.close();
        await().untilAsserted(() -> list("limit=1").statusCode(200).body("items.id", contains("held")));
    }

    /** Nobody consumes from the queue in this test, so a message that is refused by hand dies there. */
    private void die(String id) throws Exception {
        long before = channel.messageCount(DEAD);
        String body = """
                {"type": "avatar.remember.v1", "subject": "luna", "data": {"text": "%s"}}""".formatted(WORDS);
        channel.basicPublish(
                "",
                Topology.AVATAR_MEMORIES,
                new AMQP.BasicProperties.Builder().messageId(id).deliveryMode(2).build(),
                body.getBytes(StandardCharsets.UTF_8));
        channel.waitForConfirmsOrDie(Waiting.PATIENCE.toMillis());
        channel.basicReject(take().getEnvelope().getDeliveryTag(), false);
        await().untilAsserted(() -> assertThat(channel.messageCount(DEAD)).isEqualTo(before + 1));
    }

    /** By a consumer: a queue with a single active one allows no gets. */
    private Delivery take() throws IOException {
        Recorder<Delivery> taken = new Recorder<>();
        String tag = channel.basicConsume(Topology.AVATAR_MEMORIES, false, (_, got) -> taken.accept(got), _ -> {});
        await().until(() -> taken.size() == 1);
        channel.basicCancel(tag);
        return taken.snapshot().getFirst();
    }

    private static ValidatableResponse list(String query) {
        return asOperator().get(PATH + "?" + query).then();
    }

    private static ValidatableResponse post(String what, Map<String, Object> choice) {
        return asOperator()
                .contentType(ContentType.JSON)
                .body(choice)
                .post(PATH + "/" + what)
                .then();
    }

    private static io.restassured.specification.RequestSpecification asOperator() {
        return given().header("Authorization", "Bearer " + operator().sign());
    }

    private static TestTokens operator() {
        return TestTokens.internal("avatar", ACCOUNT).withGroups(Role.OPERATOR_LABEL);
    }
}
