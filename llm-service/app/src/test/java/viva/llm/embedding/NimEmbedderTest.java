package viva.llm.embedding;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.llm.ModelServer;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@TestProfile(NimEmbedderTest.WithEmbeddingModel.class)
@WithTestResource(
        value = VivaServers.class,
        initArgs = {@ResourceArg(name = "service", value = "llm"), @ResourceArg(name = "servers", value = "rabbitmq")})
@WithTestResource(ModelServer.class)
class NimEmbedderTest {
    private static final AccountId SOMEBODY = AccountId.of("0198c0de-0000-7000-8000-0000000000bb");
    private static final String PATH = "/v1/embeddings";

    /** The name alone decides that texts are embedded by the server. */
    public static final class WithEmbeddingModel implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("viva.nim.embedding-model", "embedder");
        }
    }

    @Test
    void the_models_name_and_width_go_with_its_vectors_and_a_text_is_paid_for_once() {
        ModelServer.server().stubFor(post(PATH).willReturn(okJson("{\"data\":[{\"index\":0,\"embedding\":[0,0,2]}]}")));

        embed("moon")
                .statusCode(200)
                .body("model", equalTo("embedder"))
                .body("dimensions", equalTo(3))
                .body("embeddings", hasSize(1))
                .body("embeddings[0]", equalTo(List.of(0f, 0f, 1f)));
        embed("moon", "moon").statusCode(200).body("embeddings", hasSize(2));

        ModelServer.server()
                .verify(
                        1,
                        postRequestedFor(urlEqualTo(PATH))
                                .withRequestBody(matchingJsonPath("$.input[?(@ == 'moon')]")));
    }

    @Test
    void a_model_that_does_not_answer_is_a_problem_that_passes() {
        ModelServer.server()
                .stubFor(post(PATH)
                        .withRequestBody(matchingJsonPath("$.input[?(@ == 'sun')]"))
                        .willReturn(aResponse().withStatus(401)));

        embed("sun").statusCode(503).contentType("application/problem+json");
    }

    private static ValidatableResponse embed(String... texts) {
        return given().header("Authorization", TestTokens.bearer("llm", SOMEBODY))
                .contentType(ContentType.JSON)
                .body(Map.of("texts", List.of(texts), "purpose", "passage"))
                .post("/embeddings")
                .then();
    }
}
