package viva.llm.speech;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static viva.platform.testkit.Waiting.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.AccountId;
import viva.contracts.Audience;
import viva.contracts.DialogueAct;
import viva.contracts.Reading;
import viva.contracts.ShardId;
import viva.contracts.message.AnswerBegunV1;
import viva.contracts.message.AnswerDeltaV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.WordsV1;
import viva.llm.ModelServer;
import viva.llm.Samples;
import viva.platform.messaging.Envelopes;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Topology;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "llm"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(ModelServer.class)
class ModelVoiceTest {
    private static final String SHARD = Topology.shardQueue(ShardId.of(Samples.LUNA));

    private static final Set<String> SENT_HEADERS = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "content-length",
            "content-type",
            "host",
            "nvcf-poll-seconds",
            "user-agent");

    @Inject
    MessageFactory messages;

    @ConfigProperty(name = "viva.messaging.url")
    String brokerUrl;

    private Connection connection;
    private Channel channel;
    private String screen;

    @BeforeEach
    void connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(brokerUrl);
        connection = factory.newConnection();
        channel = connection.createChannel();
        ManagementPort.awaitReady();
        await().untilAsserted(() -> given().get("/internal/models")
                .then()
                .statusCode(200)
                .body("voice", equalTo("model first speaks"))
                .body("recipient", equalTo("127.0.0.1")));
        screen = channel.queueDeclare().getQueue();
        channel.queueBind(screen, Topology.LIVE, "live.delta." + Samples.LUNA);
        channel.queuePurge(SHARD);
        ModelServer.server().resetRequests();
    }

    @AfterEach
    void disconnect() throws Exception {
        channel.queuePurge(SHARD);
        connection.close();
    }

    @Test
    void an_owner_sees_the_sentences_of_an_answer_while_the_model_finds_them() throws Exception {
        ModelServer.answers(ModelServer.stream(
                "Luna: Hi", " there! I saw **Sat", "urn**. <think>x</think>", " See www.x.org now. Bye"));
        SpeakV1 request = asked("What did you see?");

        send(request, Topology.LLM_INTERACTIVE);

        AnswerBegunV1 begun = (AnswerBegunV1) next().data();
        assertThat(begun.inReplyTo()).isEqualTo(request.inReplyTo());
        assertThat(begun.messageId()).isEqualTo(request.messageId());
        assertThat(begun.until()).isAfter(request.deadline());
        WordsV1 words = (WordsV1) next().data();
        assertThat(words.content()).isEqualTo("Hi there! I saw Saturn. Bye");
        assertThat(words.voice()).isEqualTo("first");
        assertThat(words.tone()).isNotBlank();
        List<AnswerDeltaV1> shown = shown(3);
        assertThat(shown).extracting(AnswerDeltaV1::index).containsExactly(0, 1, 2);
        assertThat(String.join("", shown.stream().map(AnswerDeltaV1::content).toList()))
                .isEqualTo(words.content());
        assertThat(shown).allMatch(delta -> delta.inReplyTo().equals(request.inReplyTo()));
    }

    @Test
    void an_answer_tells_which_memories_it_uses() throws Exception {
        ModelServer.answers(ModelServer.stream("That is Bruno", ", of course."));
        SpeakV1.Memory dog = new SpeakV1.Memory(
                UUID.randomUUID(), "My owner's dog is called Bruno. My owner told me: “My dog is called Bruno”.", null);
        SpeakV1.Memory home = new SpeakV1.Memory(UUID.randomUUID(), "My owner lives in Porto.", null);
        SpeakV1 request = asked("What is my dog called?");

        send(request.in(request.context().remembering(List.of(dog, home))), Topology.LLM_INTERACTIVE);

        assertThat(next().data()).isInstanceOf(AnswerBegunV1.class);
        WordsV1 words = (WordsV1) next().data();
        assertThat(words.voice()).isEqualTo("first");
        assertThat(words.memories()).containsExactly(dog.id());
    }

    @Test
    void what_is_to_be_forgotten_is_never_a_models_to_answer() throws Exception {
        ModelServer.answers(ModelServer.stream("Done! "));
        SpeakV1 request = asked("forget what I told you about my dog");
        SpeakV1.Forgetting wish = new SpeakV1.Forgetting("my dog", SpeakV1.Forgetting.Stage.ASKED);

        send(request.in(request.context().forgetting(wish)), Topology.LLM_INTERACTIVE);

        assertThat(spokenOffline().content()).contains("your dog").endsWith("?");
        nothingWasAsked();
    }

    @Test
    void a_turn_is_worded_in_one_piece() throws Exception {
        ModelServer.answers(ModelServer.plain("I could talk for hours. Truly."));
        SpeakV1 turn = Samples.turn(DialogueAct.AGREE, "Astronomy is the best.");

        send(turn, Topology.LLM_CONVERSATION);

        WordsV1 words = (WordsV1) next().data();
        assertThat(words.content()).isEqualTo("I could talk for hours. Truly.");
        assertThat(words.voice()).isEqualTo("first");
        assertThat(channel.basicGet(screen, true)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"I want to die", "Are you a robot?", "Hello! Are you human?"})
    void danger_and_the_question_who_one_talks_to_are_never_a_models(String said) throws Exception {
        ModelServer.answers(ModelServer.stream("Hello. "));

        send(asked(said), Topology.LLM_INTERACTIVE);

        spokenOffline();
        nothingWasAsked();
    }

    static List<Reading> readings() {
        return List.of(
                new Reading("test-1", Map.of(), Map.of(), .6, null),
                new Reading("test-1", Map.of(), Map.of("asks_nature", .8), 0, null));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void what_was_read_as_one_of_these_is_never_a_models_whatever_the_words(Reading reading) throws Exception {
        SpeakV1 request = asked("The bridge is high tonight")
                .in(new SpeakV1.Context(null, false, false, null, null, false, reading, null, null, null));

        send(request, Topology.LLM_INTERACTIVE);

        spokenOffline();
        nothingWasAsked();
    }

    @Test
    void an_owner_who_wants_no_model_gets_none() throws Exception {
        SpeakV1 request = asked("How are you?")
                .in(new SpeakV1.Context(null, false, true, null, null, false, null, null, null, null));

        send(request, Topology.LLM_INTERACTIVE);

        spokenOffline();
        nothingWasAsked();
    }

    @Test
    void an_answer_that_claims_to_be_human_is_replaced() throws Exception {
        ModelServer.answers(ModelServer.stream("Hi there! ", "I'm a real person, ", "you know. ", "Really. "));

        send(asked("Tell me about yourself"), Topology.LLM_INTERACTIVE);

        assertThat(next().data()).isInstanceOf(AnswerBegunV1.class);
        assertThat(spokenOffline().content()).doesNotContain("real person");
        assertThat(shown(1)).extracting(AnswerDeltaV1::content).containsExactly("Hi there!");
    }

    @Test
    void a_model_that_is_slow_is_not_waited_for() throws Exception {
        ModelServer.answers(ModelServer.stream("Too late. ").withFixedDelay(60_000));
        SpeakV1 request = Samples.asked("How are you?", Instant.now().plusSeconds(6));

        send(request, Topology.LLM_INTERACTIVE);

        assertThat(spokenOffline().messageId()).isEqualTo(request.messageId());
        ModelServer.server().verify(1, postRequestedFor(urlEqualTo(ModelServer.CHAT)));
    }

    @Test
    void a_stream_that_breaks_ends_as_the_sentences_that_were_released() throws Exception {
        ModelServer.answers(aResponse()
                .withHeader("Content-Type", "text/event-stream")
                .withBody(ModelServer.chunk("It was fine. I even ") + "data: {broken\n\n"));

        send(asked("How was it?"), Topology.LLM_INTERACTIVE);

        assertThat(next().data()).isInstanceOf(AnswerBegunV1.class);
        WordsV1 words = (WordsV1) next().data();
        assertThat(words.content()).isEqualTo("It was fine.");
        assertThat(words.voice()).isEqualTo("first");
    }

    @Test
    void a_stream_that_breaks_before_its_first_sentence_is_spoken_offline() throws Exception {
        ModelServer.answers(aResponse()
                .withHeader("Content-Type", "text/event-stream")
                .withBody(ModelServer.chunk("It was") + "data: {broken\n\n"));

        send(asked("How was it?"), Topology.LLM_INTERACTIVE);

        assertThat(next().data()).isInstanceOf(AnswerBegunV1.class);
        spokenOffline();
    }

    @Test
    void a_request_that_comes_twice_is_paid_once_and_answered_alike() throws Exception {
        ModelServer.answers(ModelServer.plain("Once only."));
        String command = Envelopes.encode(messages.first(Samples.turn(DialogueAct.AGREE, "Yes?")));

        publish(command, Topology.LLM_CONVERSATION);
        CloudEvent<?> first = next();
        publish(command, Topology.LLM_CONVERSATION);
        CloudEvent<?> second = next();

        assertThat(((WordsV1) first.data()).content()).isEqualTo("Once only.");
        assertThat(second.data()).isEqualTo(first.data());
        assertThat(second.id()).isEqualTo(first.id());
        ModelServer.server().verify(1, postRequestedFor(urlEqualTo(ModelServer.CHAT)));
    }

    @Test
    void no_request_holds_an_id_and_no_metric_the_key() throws Exception {
        ModelServer.answers(ModelServer.plain("Fine."));
        AccountId owner = AccountId.of("0198c0de-0000-7000-8000-0000000000cc");
        SpeakV1.Memory memory = new SpeakV1.Memory(UUID.randomUUID(), "We saw Saturn.", null, Audience.PAIR);
        SpeakV1 request = Samples.turn(DialogueAct.AGREE, "Yes?")
                .in(new SpeakV1.Context(
                        owner, true, false, "pt-BR", "BR", false, null, null, List.of(17), List.of(memory)));

        send(request, Topology.LLM_CONVERSATION);
        next();

        LoggedRequest sent = ModelServer.server()
                .findAll(postRequestedFor(urlEqualTo(ModelServer.CHAT)))
                .getFirst();
        assertThat(sent.getBodyAsString()).contains("We saw Saturn.");
        assertThat(sent.getUrl() + sent.getHeaders() + sent.getBodyAsString())
                .doesNotContainPattern("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
                .doesNotContainPattern("\"(?:user|metadata|store|email|account|owner|country|locale)\"\\s*:");
        assertThat(sent.getAllHeaderKeys()).allMatch(name -> SENT_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
        assertThat(ManagementPort.metrics())
                .contains("viva_llm_model_calls_total")
                .doesNotContain("top-secret");
        assertThat(given().get("/internal/models").asString()).doesNotContain("top-secret");
    }

    private static SpeakV1 asked(String said) {
        return Samples.asked(said, Instant.now().plusSeconds(20));
    }

    private WordsV1 spokenOffline() throws Exception {
        WordsV1 words = (WordsV1) next().data();
        assertThat(words.voice()).isEqualTo("offline");
        assertThat(words.content()).isNotBlank();
        return words;
    }

    private static void nothingWasAsked() {
        ModelServer.server().verify(0, postRequestedFor(urlEqualTo(ModelServer.CHAT)));
    }

    private List<AnswerDeltaV1> shown(int count) {
        List<AnswerDeltaV1> shown = new ArrayList<>();
        await().until(() -> {
            GetResponse frame = channel.basicGet(screen, true);
            if (frame != null) {
                shown.add((AnswerDeltaV1) Envelopes.decode(frame.getBody()).data());
            }
            return shown.size() == count;
        });
        return shown;
    }

    private void send(SpeakV1 request, String queue) throws Exception {
        publish(Envelopes.encode(messages.first(request)), queue);
    }

    private void publish(String body, String queue) throws Exception {
        channel.basicPublish(Topology.COMMANDS, queue, null, body.getBytes(StandardCharsets.UTF_8));
    }

    private CloudEvent<?> next() {
        GetResponse got = await().pollInterval(Duration.ofMillis(20))
                .until(() -> channel.basicGet(SHARD, true), answer -> answer != null);
        return Envelopes.decode(got.getBody());
    }
}
