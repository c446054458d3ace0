package viva.system;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import viva.platform.servers.Ports;
import viva.platform.testkit.MockLlm;

/** A world whose avatars speak with a model that others wrote, as an owner sees it through the real {@code phoenix} client. */
class LanguageModelTest {
    private static final Path PACKAGE = Path.of("../llm-service/app/src/test/mock-llm");
    private static final String WORDS = "I watched the rain today. It made me think of you! Shall we go out later?";
    private static MockLlm model;
    private static World world;

    @BeforeAll
    static void start() throws IOException {
        model = MockLlm.start(PACKAGE, Ports.free());
        model.rules(ModelRules.saying(WORDS));
        world = World.speaking(model.baseUrl(), ModelRules.MODEL);
        await().untilAsserted(() -> assertThat(world.status()).contains("model mock-1 speaks"));
    }

    @AfterAll
    static void stop() {
        world.stop();
        model.close();
    }

    @Test
    void an_answer_is_shown_sentence_by_sentence_and_then_whole() {
        model.rules(ModelRules.saying(WORDS));

        // Said until it is in time: on a busy machine the first answers of a world may be slower than an owner is let
        // wait.
        JsonNode told = await().until(
                        () -> say("What did you do today?").path(0),
                        said -> said.path("response").path("voice").asText().equals("model"));

        JsonNode answer = told.path("response");
        assertThat(answer.path("content").asText()).isEqualTo(WORDS);
        List<String> sentences = told.path("deltas").findValuesAsText("content");
        assertThat(sentences)
                .containsExactly("I watched the rain today.", " It made me think of you!", " Shall we go out later?");
        assertThat(told.path("deltas").findValuesAsText("index")).containsExactly("0", "1", "2");
        assertThat(told.path("deltas").findValuesAsText("after")).containsOnly("0");
    }

    @Test
    void a_server_that_refuses_or_fails_leaves_an_answer_by_the_offline_voice() {
        model.rules(
                ModelRules.answering(
                        429,
                        "{\"error\":{\"message\":\"Rate limit reached\",\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}"));
        requireOfflineAnswers("Hello, how was your day?");
        model.rules(ModelRules.answering(
                500, "{\"error\":{\"message\":\"The server had an error\",\"type\":\"server_error\"}}"));
        requireOfflineAnswers("And how do you feel?");

        assertThat(world.logs()).doesNotContain("top-secret");
    }

    /** Says it until the server has been asked: one that has just failed is left alone for a while. */
    private static void requireOfflineAnswers(String message) {
        long before = model.requests("POST", "/v1/chat/completions");
        await().untilAsserted(() -> {
            JsonNode told = say(message).path(0);
            assertThat(told.path("response").path("voice").asText()).isEqualTo("offline");
            assertThat(told.path("response").path("content").asText()).isNotBlank();
            assertThat(told.path("deltas")).isEmpty();
            assertThat(model.requests("POST", "/v1/chat/completions")).isGreaterThan(before);
        });
    }

    private static JsonNode say(String message) {
        Owner owner = Owner.signUp(world);
        return PhoenixScript.start(
                        "model.mjs", world.url().toString(), owner.socketToken(), owner.newAvatar("Luna"), message)
                .result()
                .path("seen");
    }
}
