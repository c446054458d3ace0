package viva.llm.nim;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NimEmbeddingsTest {
    @RegisterExtension
    final WireMockExtension server = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final String PATH = "/v1/embeddings";
    private NimWorld world;

    @BeforeEach
    void connect() {
        world = new NimWorld("http://127.0.0.1:" + server.getPort() + "/v1");
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    @Test
    void texts_go_in_batches_and_vectors_come_in_the_order_of_the_texts() {
        server.stubFor(post(PATH)
                .withRequestBody(
                        equalToJson("{\"model\":\"embedder\",\"encoding_format\":\"float\",\"input\":[\"a\",\"b\"],"
                                + "\"input_type\":\"query\",\"truncate\":\"END\"}"))
                .willReturn(okJson("{\"data\":[{\"index\":1,\"embedding\":[0,2]},{\"index\":0,\"embedding\":[3,4]}],"
                        + "\"usage\":{\"prompt_tokens\":2,\"total_tokens\":2}}")));
        server.stubFor(post(PATH)
                .withRequestBody(matchingJsonPath("$.input[0]", equalTo("c")))
                .willReturn(okJson("{\"data\":[{\"index\":0,\"embedding\":[1,0]}]}")));

        List<float[]> vectors = embed("a", "b", "c");

        assertThat(vectors.get(0)).containsExactly(.6f, .8f);
        assertThat(vectors.get(1)).containsExactly(0, 1);
        assertThat(vectors.get(2)).containsExactly(1, 0);
        assertThat(world.embeddings.dimensions()).isEqualTo(2);
        assertThat(world.budgets.ends).containsExactly("began", "settled", "began", "settled");
        assertThat(world.budgets.settled.getFirst().promptTokens()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,2]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":0,\"embedding\":[1]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":7,\"embedding\":[1]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,2]},{\"index\":1,\"embedding\":[1]}]}",
                "{\"data\":[{\"index\":1,\"embedding\":[1,2]},{\"index\":0,\"embedding\":[1]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,\"NaN\"]},{\"index\":1,\"embedding\":[1,2]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,null]},{\"index\":1,\"embedding\":[1,2]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,1e400]},{\"index\":1,\"embedding\":[1,2]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[0,0]},{\"index\":1,\"embedding\":[1,2]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[]},{\"index\":1,\"embedding\":[]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,NaN]},{\"index\":1,\"embedding\":[1,2]}]}",
                "{}"
            })
    void vectors_that_are_none_are_not_believed(String body) {
        server.stubFor(post(PATH).willReturn(okJson(body)));

        assertThat(NimWorld.fault(() -> embed("a", "b"))).isInstanceOf(NimFault.Garbled.class);
    }

    @Test
    void another_width_than_before_is_not_believed() {
        server.stubFor(post(PATH).willReturn(okJson("{\"data\":[{\"index\":0,\"embedding\":[1,2]}]}")));
        embed("a");
        server.stubFor(post(PATH).willReturn(okJson("{\"data\":[{\"index\":0,\"embedding\":[1,2,3]}]}")));

        assertThat(NimWorld.fault(() -> embed("a"))).isInstanceOf(NimFault.Garbled.class);
    }

    @Test
    void fields_that_a_model_does_not_know_are_left_out_from_then_on() {
        server.stubFor(post(PATH).willReturn(okJson("{\"data\":[{\"index\":0,\"embedding\":[1,2]}]}")));
        server.stubFor(post(PATH)
                .withRequestBody(matchingJsonPath("$.input_type"))
                .willReturn(aResponse().withStatus(400).withBody("{\"error\":\"unknown field input_type\"}")));

        embed("a");
        embed("b");

        server.verify(1, postRequestedFor(urlEqualTo(PATH)).withRequestBody(matchingJsonPath("$.input_type")));
        server.verify(3, postRequestedFor(urlEqualTo(PATH)).withRequestBody(matchingJsonPath("$.truncate")));
    }

    @Test
    void a_model_that_is_gone_is_not_asked_for_a_while_and_takes_no_slot() {
        server.stubFor(post(PATH).willReturn(aResponse().withStatus(410)));

        assertThat(NimWorld.fault(() -> embed("a"))).isEqualTo(new NimFault.Gone(410));
        assertThat(NimWorld.fault(() -> embed("a"))).isEqualTo(new NimFault.Gone(410));

        server.verify(1, postRequestedFor(urlEqualTo(PATH)));
        assertThat(world.budgets.calls).hasSize(1);
    }

    private List<float[]> embed(String... texts) {
        return world.embeddings.embed(List.of(texts), "query").await().atMost(NimWorld.LONG);
    }
}
