package viva.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A model's server for the whole service, with a model named {@code first} and one named {@code second}. */
public final class ModelServer implements QuarkusTestResourceLifecycleManager {
    public static final String CHAT = "/v1/chat/completions";
    private static WireMockServer server;

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

    public static String chunk(String words) {
        return "data: {\"choices\":[{\"delta\":{\"content\":\"" + words + "\"},\"finish_reason\":null}]}\n\n";
    }

    @Override
    public Map<String, String> start() {
        server = new WireMockServer(
                WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        server.stubFor(get("/v1/models").willReturn(okJson("{\"data\":[{\"id\":\"first\"}]}")));
        answers(plain("yes"));
        return Map.of(
                "viva.nim.base-url", "http://127.0.0.1:" + server.port() + "/v1/",
                "viva.nim.key", "nvapi-top-secret",
                "viva.nim.model", "first,second");
    }

    @Override
    public void stop() {
        server.stop();
    }
}
