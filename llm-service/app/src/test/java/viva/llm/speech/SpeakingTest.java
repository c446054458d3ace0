package viva.llm.speech;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.DialogueAct;
import viva.contracts.Json;
import viva.contracts.ShardId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.WordsV1;
import viva.llm.Samples;
import viva.platform.messaging.Envelopes;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Topology;
import viva.platform.service.identity.Role;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "llm"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
class SpeakingTest {
    private static final Duration LONG = Waiting.PATIENCE;
    private static final String SHARD = Topology.shardQueue(ShardId.of(Samples.LUNA));
    private static final AccountId OPERATOR = AccountId.of("0198c0de-0000-7000-8000-0000000000aa");

    @Inject
    MessageFactory messages;

    @ConfigProperty(name = "viva.messaging.url")
    String brokerUrl;

    private Connection connection;
    private Channel channel;

    @BeforeEach
    void connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(brokerUrl);
        connection = factory.newConnection();
        channel = connection.createChannel();
        ManagementPort.awaitReady();
    }

    @AfterEach
    void disconnect() throws Exception {
        channel.queuePurge(SHARD);
        connection.close();
    }

    @Test
    void words_arrive_at_the_shard_of_the_avatar_from_every_queue() throws Exception {
        for (Urgency urgency : Urgency.values()) {
            SpeakV1 request = Samples.asked("How are you?", Instant.now().plusSeconds(30));
            CloudEvent<SpeakV1> command = messages.first(request);

            send(urgency.queue(), Envelopes.encode(command));

            CloudEvent<?> answer = next();
            WordsV1 words = (WordsV1) answer.data();
            assertThat(words.content()).isNotBlank();
            assertThat(words.voice()).isEqualTo("offline");
            assertThat(words.messageId()).isEqualTo(request.messageId());
            assertThat(words.inReplyTo()).isEqualTo(request.inReplyTo());
            assertThat(answer.causationid()).isEqualTo(command.id());
            assertThat(answer.subject()).isEqualTo(Samples.LUNA);
        }
    }

    @Test
    void the_words_of_a_turn_arrive_at_the_shard_of_the_host() throws Exception {
        SpeakV1 request = Samples.turn(DialogueAct.AGREE, "I could talk about astronomy for hours.");

        send(Topology.LLM_CONVERSATION, Envelopes.encode(messages.first(request)));

        WordsV1 words = (WordsV1) next().data();
        assertThat(words.content()).isNotBlank();
        assertThat(words.avatarId()).isEqualTo(Samples.LUNA);
        assertThat(words.conversationId()).isEqualTo(request.conversationId());
        assertThat(words.inReplyTo()).isEqualTo(request.inReplyTo());
        assertThat(words.messageId()).isEqualTo(request.messageId());
    }

    @Test
    void the_words_of_a_thought_belong_to_no_conversation() throws Exception {
        SpeakV1 thought = Samples.speaking(SpeakV1.Occasion.THOUGHT, null, null, null, "wandering", List.of(), "");

        send(Topology.LLM_BACKGROUND, Envelopes.encode(messages.first(thought)));

        WordsV1 words = (WordsV1) next().data();
        assertThat(words.conversationId()).isNull();
        assertThat(words.messageId()).isEqualTo(thought.messageId());
        assertThat(words.content()).isNotBlank().hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void a_request_that_comes_twice_gets_the_same_answer_twice() throws Exception {
        String command = Envelopes.encode(
                messages.first(Samples.asked("Tell me a joke", Instant.now().plusSeconds(30))));

        send(Topology.LLM_INTERACTIVE, command);
        send(Topology.LLM_INTERACTIVE, command);

        CloudEvent<?> first = next();
        CloudEvent<?> second = next();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.data()).isEqualTo(first.data());
    }

    @Test
    void a_request_that_nobody_waits_for_any_more_is_dropped() throws Exception {
        String late = Envelopes.encode(
                messages.first(Samples.asked("Too late", Instant.now().minusSeconds(1))));
        SpeakV1 inTime = Samples.asked("In time", Instant.now().plusSeconds(30));

        send(Topology.LLM_INTERACTIVE, late);
        send(Topology.LLM_INTERACTIVE, Envelopes.encode(messages.first(inTime)));

        assertThat(((WordsV1) next().data()).messageId()).isEqualTo(inTime.messageId());
        assertThat(channel.basicGet(SHARD, true)).isNull();
        assertThat(ManagementPort.metrics())
                .containsPattern("viva_llm_expired_total\\{[^}]*urgency=\"interactive\"[^}]*} [1-9]");
    }

    @Test
    void a_message_that_nobody_can_read_goes_to_the_dead_letters() throws Exception {
        String poison = "{\"specversion\":\"1.0\",\"type\":\"llm.speak.v1\",\"data\":\"" + UUID.randomUUID() + "\"}";

        send(Topology.LLM_INTERACTIVE, poison);

        awaitDead(poison);
    }

    @Test
    void requests_that_nobody_can_answer_are_dead_at_once_and_hold_up_nothing() throws Exception {
        CloudEvent<SpeakV1> long_ = messages.first(Samples.asked("a".repeat(100_000), null));
        String tooLong = Envelopes.encode(long_);
        String withoutProfile = Envelopes.encode(messages.first(Samples.asked("Hi", null)))
                .replaceFirst("\"profile\":\\{.*?\\{?\\},\"state\"", "\"state\"");
        SpeakV1 fine = Samples.asked("In time", Instant.now().plusSeconds(60));
        double before = retried();

        send(Topology.LLM_INTERACTIVE, tooLong);
        send(Topology.LLM_INTERACTIVE, withoutProfile);
        send(
                Topology.LLM_INTERACTIVE,
                Envelopes.encode(messages.first(fine)).replace("\"said\":", "\"unknown_field\":{\"a\":[1]},\"said\":"));

        assertThat(withoutProfile).doesNotContain("profile");
        assertThat(((WordsV1) next().data()).messageId()).isEqualTo(fine.messageId());
        awaitDead(tooLong, withoutProfile);
        assertThat(retried()).isEqualTo(before);
    }

    /** Waits for these among the dead letters. */
    private void awaitDead(String... poison) {
        String dead = Topology.deadLettersOf(Topology.LLM_INTERACTIVE);
        List<String> bodies = new ArrayList<>();
        await().atMost(LONG).until(() -> {
            GetResponse got = channel.basicGet(dead, true);
            if (got != null) {
                bodies.add(new String(got.getBody(), StandardCharsets.UTF_8));
            }
            return bodies.containsAll(List.of(poison));
        });
    }

    private static double retried() {
        return ManagementPort.metrics()
                .lines()
                .filter(line -> line.matches("viva_messages_total\\{.*outcome=\"retried\".*"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void an_operator_hears_the_voice_over_http() throws Exception {
        given().header("Authorization", operator())
                .contentType(ContentType.JSON)
                .body(Json.mapper().writeValueAsString(Samples.asked("Hello!", null)))
                .post("/speech")
                .then()
                .statusCode(200)
                .body("content", not(blankString()))
                .body("voice", equalTo("offline"));
    }

    @Test
    void speech_needs_an_operator() throws Exception {
        String body = Json.mapper().writeValueAsString(Samples.asked("Hello!", null));

        given().contentType(ContentType.JSON).body(body).post("/speech").then().statusCode(401);
        given().header("Authorization", TestTokens.bearer("llm", OPERATOR))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/speech")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void a_request_without_a_state_is_refused_by_name() {
        given().header("Authorization", operator())
                .contentType(ContentType.JSON)
                .body("{\"avatar_id\":\"" + Samples.LUNA + "\",\"message_id\":\"" + Samples.LUNA
                        + "\",\"recent\":[],\"said\":\"hi\"}")
                .post("/speech")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("profile"));
    }

    private static String operator() {
        return "Bearer "
                + TestTokens.internal("llm", OPERATOR)
                        .withGroups(Role.OPERATOR_LABEL)
                        .sign();
    }

    private void send(String queue, String body) throws Exception {
        channel.basicPublish(Topology.COMMANDS, queue, null, body.getBytes(StandardCharsets.UTF_8));
    }

    private CloudEvent<?> next() {
        GetResponse got = await().atMost(LONG).until(() -> channel.basicGet(SHARD, true), answer -> answer != null);
        return Envelopes.decode(got.getBody());
    }
}
