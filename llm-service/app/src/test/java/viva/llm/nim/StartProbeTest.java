package viva.llm.nim;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import viva.llm.budget.CallPurpose;

class StartProbeTest {
    @RegisterExtension
    final WireMockExtension server = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final String CHAT = "/v1/chat/completions";
    private NimWorld world;
    private NimConfig config;
    private NimSetup setup;

    @BeforeEach
    void connect() {
        String url = "http://127.0.0.1:" + server.getPort() + "/v1";
        world = new NimWorld(url);
        config = NimSetupTest.config("viva.nim.base-url", url, "viva.nim.model", "first,second");
        setup = new NimSetup(config);
        server.stubFor(get("/v1/models").willReturn(okJson("{\"data\":[{\"id\":\"first\"}]}")));
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    @Test
    void the_model_that_answers_one_token_speaks_and_the_probe_takes_a_slot() {
        server.stubFor(post(CHAT)
                .withRequestBody(matchingJsonPath("$.max_tokens", equalTo("1")))
                .willReturn(
                        okJson("{\"choices\":[{\"message\":{\"content\":\"yes\"},\"finish_reason\":\"length\"}]}")));

        look();

        assertThat(setup.sentence(Instant.now())).isEqualTo("model first speaks");
        assertThat(world.budgets.calls)
                .singleElement()
                .satisfies(call -> assertThat(call.purpose()).isEqualTo(CallPurpose.PROBE));
    }

    @Test
    void a_model_whose_only_token_was_a_thought_speaks_all_the_same() {
        server.stubFor(post(CHAT)
                .willReturn(okJson("{\"choices\":[{\"message\":{\"content\":null,\"reasoning_content\":\"hm\"},"
                        + "\"finish_reason\":\"length\"}]}")));

        look();

        assertThat(setup.sentence(Instant.now())).isEqualTo("model first speaks");
    }

    @Test
    void a_first_choice_that_is_listed_but_gone_gives_way() {
        server.stubFor(post(CHAT)
                .willReturn(okJson("{\"choices\":[{\"message\":{\"content\":\"yes\"},\"finish_reason\":\"stop\"}]}")));
        server.stubFor(post(CHAT)
                .withRequestBody(matchingJsonPath("$.model", equalTo("first")))
                .willReturn(aResponse().withStatus(410)));

        look();

        assertThat(setup.sentence(Instant.now())).isEqualTo("model second speaks");
    }

    @Test
    void a_server_that_refuses_everything_blocks_nothing() {
        server.stubFor(get("/v1/models").willReturn(aResponse().withStatus(500).withBody("<html>")));
        server.stubFor(post(CHAT).willReturn(aResponse().withStatus(401)));

        look();

        assertThat(setup.sentence(Instant.now())).isEqualTo("offline: no model has spoken yet");
    }

    private void look() {
        world.probe(config, setup).look().await().atMost(NimWorld.LONG);
    }
}
