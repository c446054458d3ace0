package viva.llm.nim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.platform.servers.Ports;
import viva.platform.testkit.MockLlm;

/** The wire as others understand it: an independent server from npm. */
class MockLlmTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final String WORDS = "Grüße from the sea. The moon is up!";
    private static final String ANSWER =
            "{\"id\":\"1\",\"object\":\"chat.completion\",\"model\":\"first\",\"choices\":[{\"index\":0,\"message\":"
                    + "{\"role\":\"assistant\",\"content\":\"" + WORDS + "\"},\"finish_reason\":\"stop\"}],"
                    + "\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":9,\"total_tokens\":20}}";

    private static MockLlm server;
    private NimWorld world;

    @BeforeAll
    static void start() {
        server = MockLlm.start(Path.of("src/test/mock-llm"), Ports.free());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() {
        world = new NimWorld(server.baseUrl().toString());
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    @Test
    void a_plain_answer() {
        answers(CHAT, 200, ANSWER);

        ChatAnswer answer = world.plain();

        assertThat(answer.text()).isEqualTo(WORDS);
        assertThat(answer.finish()).isEqualTo(Finish.STOP);
        assertThat(answer.usage().completionTokens()).isEqualTo(9);
        assertThat(answer.usage().estimated()).isFalse();
    }

    @Test
    void a_stream() {
        answers(CHAT, 200, ANSWER);

        ChatAnswer answer = world.stream();

        assertThat(answer.text()).isEqualTo(WORDS);
        assertThat(answer.finish()).isEqualTo(Finish.STOP);
        assertThat(world.heard).hasSizeGreaterThan(3);
        assertThat(String.join("", world.heard)).isEqualTo(WORDS);
    }

    @Test
    void vectors() {
        answers(
                "/v1/embeddings",
                200,
                "{\"object\":\"list\",\"model\":\"embedder\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":[3,4]}],"
                        + "\"usage\":{\"prompt_tokens\":2,\"total_tokens\":2}}");

        List<float[]> vectors =
                world.embeddings.embed(List.of("moon"), "query").await().atMost(NimWorld.LONG);

        assertThat(vectors.getFirst()).containsExactly(.6f, .8f);
        assertThat(world.budgets.settled.getFirst().promptTokens()).isEqualTo(2);
    }

    @Test
    void too_many_requests() {
        answers(CHAT, 429, "{\"error\":{\"message\":\"Rate limit reached\",\"code\":\"rate_limit_exceeded\"}}");

        assertThat(NimWorld.fault(world::plain)).isEqualTo(new NimFault.Throttled(Optional.empty()));
        assertThat(world.budgets.ends).containsExactly("throttled -1", "throttled -1", "throttled -1");
    }

    @Test
    void a_server_that_fails() {
        answers(CHAT, 500, "{\"error\":{\"message\":\"The server had an error\"}}");

        assertThat(NimWorld.fault(world::plain)).isInstanceOf(NimFault.Degraded.class);
        assertThat(NimWorld.fault(world::stream)).isInstanceOf(NimFault.Reported.class);
    }

    private static void answers(String path, int status, String content) {
        server.rules("{\"streaming\":{\"chunkSize\":5,\"chunkIntervalMs\":1},\"rules\":[{\"path\":\"" + path
                + "\",\"response\":{\"status\":" + status + ",\"content\":" + TextNode.valueOf(content) + "}}]}");
    }
}
