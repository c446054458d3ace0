package viva.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.fasterxml.jackson.databind.node.TextNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;

/**
 * A model's server for the whole service, with a model named {@code first} and one named {@code second}, and a budget of its own. The
 * argument {@code requests-per-minute} is its limit; without it, there is enough.
 */
public final class ModelServer implements QuarkusTestResourceLifecycleManager {
    public static final String CHAT = "/v1/chat/completions";
    private static WireMockServer server;
    private String requestsPerMinute = "1000";

    public static WireMockServer server() {
        return server;
    }

    /** From now on every chat is answered like this. */
    public static void answers(ResponseDefinitionBuilder response) {
        server.stubFor(post(CHAT).willReturn(response));
    }

    public static ResponseDefinitionBuilder stream(String... words) {
        StringBuilder body = new StringBuilder();
        for (String some : words) {
            body.append(chunk(some));
        }
        body.append("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n");
        return aResponse().withHeader("Content-Type", "text/event-stream").withBody(body.toString());
    }

    public static ResponseDefinitionBuilder plain(String words) {
        return okJson("{\"choices\":[{\"message\":{\"content\":\"" + words + "\"},\"finish_reason\":\"stop\"}]}");
    }

    /** A plain answer of this text, whatever is in it. */
    public static ResponseDefinitionBuilder saying(String text) {
        return okJson("{\"choices\":[{\"message\":{\"content\":" + TextNode.valueOf(text)
                + "},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":7}}");
    }

    public static String chunk(String words) {
        return "data: {\"choices\":[{\"delta\":{\"content\":\"" + words + "\"},\"finish_reason\":null}]}\n\n";
    }

    @Override
    public void init(Map<String, String> arguments) {
        requestsPerMinute = arguments.getOrDefault("requests-per-minute", requestsPerMinute);
    }

    @Override
    public Map<String, String> start() {
        server = new WireMockServer(
                WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        server.stubFor(get("/v1/models").willReturn(okJson("{\"data\":[{\"id\":\"first\"}]}")));
        answers(plain("yes"));
        return Map.of(
                "viva.nim.base-url",
                "http://127.0.0.1:" + server.port() + "/v1/",
                "viva.nim.key",
                "nvapi-top-secret",
                "viva.nim.model",
                "first,second",
                "viva.llm.budget.key-space",
                "test-" + UUID.randomUUID(),
                "viva.llm.budget.requests-per-minute",
                requestsPerMinute,
                "viva.llm.budget.owner.requests-per-minute",
                requestsPerMinute);
    }

    @Override
    public void stop() {
        server.stop();
    }
}
