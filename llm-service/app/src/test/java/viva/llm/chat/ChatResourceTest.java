package viva.llm.chat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.contracts.AccountId;
import viva.llm.EmbeddingModel;
import viva.llm.ModelServer;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@TestProfile(EmbeddingModel.class)
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "llm"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(ModelServer.class)
class ChatResourceTest {
    private static final AccountId SOMEBODY = AccountId.of("0198c0de-0000-7000-8000-0000000000bb");
    private static final UUID AVATAR = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final String HELLO = "[{\"role\": \"user\", \"content\": \"Hello\"}]";
    private static final String STREAM = "text/event-stream";

    @BeforeEach
    void forget() {
        ModelServer.server().resetRequests();
    }

    @Test
    void an_answer_comes_with_its_model_and_what_it_took() {
        ModelServer.answers(ModelServer.saying("**Hi** there! See www.example.com for more. How are you?"));

        post("{\"messages\": " + HELLO + "}")
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("model", equalTo("first"))
                .body("content", equalTo("Hi there! How are you?"))
                .body("finish", equalTo("stop"))
                .body("usage.prompt_tokens", equalTo(20))
                .body("usage.completion_tokens", equalTo(7))
                .body("usage.estimated", equalTo(false));
    }

    @Test
    void nothing_about_the_caller_leaves_the_service() {
        ModelServer.answers(ModelServer.saying("Hi!"));

        post("{\"messages\": " + HELLO + ", \"avatar_id\": \"" + AVATAR + "\", \"user\": \"" + SOMEBODY
                        + "\", \"email\": \"luna@example.org\"}")
                .statusCode(200);

        LoggedRequest sent = ModelServer.server()
                .findAll(postRequestedFor(urlEqualTo(ModelServer.CHAT)))
                .getFirst();
        String all = sent.getUrl() + sent.getHeaders() + sent.getBodyAsString();
        assertThat(all)
                .doesNotContain(SOMEBODY.toString())
                .doesNotContain(AVATAR.toString())
                .doesNotContain("@example.org")
                .doesNotContain("\"user\":")
                .contains("viva-llm/1");
    }

    @Test
    void whole_sentences_are_heard_while_the_model_speaks() {
        ModelServer.answers(ModelServer.stream("<think>hm</think>Hi", " there! I saw **Sat", "urn**. Bye"));

        List<String> lines = stream("{\"messages\": " + HELLO + "}")
                .statusCode(200)
                .contentType(containsString(STREAM))
                .extract()
                .asString()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();

        assertThat(lines)
                .startsWith(
                        "event:delta",
                        "data:{\"index\":0,\"content\":\"Hi there!\"}",
                        "event:delta",
                        "data:{\"index\":1,\"content\":\" I saw Saturn.\"}",
                        "event:delta",
                        "data:{\"index\":2,\"content\":\" Bye\"}",
                        "event:done")
                .last()
                .asString()
                .contains("\"content\":\"Hi there! I saw Saturn. Bye\"")
                .contains("\"finish\":\"stop\"");
    }

    @Test
    void a_stream_that_turns_unfit_ends_with_an_error() {
        ModelServer.answers(ModelServer.stream("Hi there! ", "I am a real person. ", "Really. "));

        String events = stream("{\"messages\": " + HELLO + "}")
                .statusCode(200)
                .extract()
                .asString();

        assertThat(events)
                .contains("Hi there!")
                .contains("event:error")
                .contains("urn:viva:problem:unfit-answer")
                .doesNotContain("real person")
                .doesNotContain("event:done");
    }

    @Test
    void what_fails_before_the_first_sentence_is_an_error_alone() {
        ModelServer.answers(aResponse().withStatus(401).withBody("{\"detail\":\"nvapi-top-secret\"}"));

        String events = stream("{\"messages\": " + HELLO + "}")
                .statusCode(200)
                .extract()
                .asString();

        assertThat(events)
                .startsWith("event:error")
                .contains("urn:viva:problem:model-failed")
                .doesNotContain("top-secret");
    }

    @ParameterizedTest
    @CsvSource({
        "401, 502, model-failed",
        "402, 502, model-failed",
        "413, 502, model-failed",
        "429, 503, unavailable",
        "500, 502, model-failed"
    })
    void a_failure_is_a_problem_that_repeats_nothing_of_the_server(int status, int told, String kind) {
        ModelServer.answers(aResponse().withStatus(status).withBody("{\"detail\":\"gpu 7 of nvapi-top-secret\"}"));

        String problem = post("{\"messages\": " + HELLO + ", \"timeout_seconds\": 1}")
                .statusCode(told)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:viva:problem:" + kind))
                .extract()
                .asString();

        assertThat(problem).doesNotContain("gpu").doesNotContain("top-secret");
    }

    @Test
    void a_model_that_takes_too_long_is_given_up() {
        ModelServer.answers(ModelServer.plain("Late").withFixedDelay(20_000));

        post("{\"messages\": " + HELLO + ", \"timeout_seconds\": 1}")
                .statusCode(504)
                .body("type", equalTo("urn:viva:problem:model-too-slow"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"messages\": [",
                "422 | {}",
                "422 | {\"messages\": []}",
                "422 | {\"messages\": [null]}",
                "422 | {\"messages\": [{\"role\": \"user\", \"content\": \" \"}]}",
                "422 | {\"messages\": [{\"content\": \"Hello\"}]}",
                "422 | {\"messages\": [{\"role\": \"assistant\", \"content\": \"Hello\"}]}",
                "422 | {\"messages\": [{\"role\": \"system\", \"content\": \"Hello\"}]}",
                "400 | {\"messages\": [{\"role\": \"tool\", \"content\": \"Hello\"}]}",
                "422 | {\"messages\": [{\"role\": \"user\", \"content\": \"a\"}, {\"role\": \"user\", \"content\": \"b\"}]}",
                "422 | {\"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}], \"max_tokens\": 0}",
                "422 | {\"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}], \"temperature\": 1.5}",
                "422 | {\"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}], \"timeout_seconds\": 3600}",
                "422 | {\"messages\": [{\"role\": \"user\", \"content\": \"a naked child\"}]}"
            })
    void a_body_that_makes_no_sense_is_refused_and_nothing_is_asked(int status, String body) {
        post(body).statusCode(status).contentType("application/problem+json");
        stream(body).statusCode(status).contentType("application/problem+json");

        ModelServer.server().verify(0, postRequestedFor(urlEqualTo(ModelServer.CHAT)));
    }

    @Test
    void messages_have_a_limit_each_and_together() {
        post(json("x".repeat(8_001), 1)).statusCode(422).contentType("application/problem+json");
        post(json("x".repeat(8_000), 7)).statusCode(422).contentType("application/problem+json");
    }

    @Test
    void only_json_with_a_token_for_this_service_is_read() {
        given().contentType(ContentType.JSON)
                .body("{\"messages\": " + HELLO + "}")
                .post("/internal/chat")
                .then()
                .statusCode(401);
        given().header("Authorization", TestTokens.bearer("life", SOMEBODY))
                .contentType(ContentType.JSON)
                .body("{\"messages\": " + HELLO + "}")
                .post("/internal/chat")
                .then()
                .statusCode(401);
        given().header("Authorization", TestTokens.bearer("llm", SOMEBODY))
                .contentType(ContentType.TEXT)
                .body("Hello")
                .post("/internal/chat")
                .then()
                .statusCode(415);
    }

    private static String json(String content, int count) {
        List<Object> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(Map.of("role", i % 2 == 0 ? "user" : "assistant", "content", content));
        }
        return Json.encode(Map.of("messages", messages));
    }

    private static ValidatableResponse post(String body) {
        return send(body, "*/*");
    }

    private static ValidatableResponse stream(String body) {
        return send(body, STREAM);
    }

    private static ValidatableResponse send(String body, String accepted) {
        return given().header("Authorization", TestTokens.bearer("llm", SOMEBODY))
                .contentType(ContentType.JSON)
                .accept(accepted)
                .body(body)
                .post("/internal/chat")
                .then();
    }
}
