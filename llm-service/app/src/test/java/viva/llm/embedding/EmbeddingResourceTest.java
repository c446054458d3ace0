package viva.llm.embedding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.contracts.AccountId;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "llm"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
class EmbeddingResourceTest {
    private static final AccountId SOMEBODY = AccountId.of("0198c0de-0000-7000-8000-0000000000bb");

    @BeforeEach
    void waitForTheModel() {
        ManagementPort.awaitReady();
    }

    @Test
    void what_means_the_same_lies_closer_than_what_does_not() {
        List<List<Float>> vectors = embed(
                        "I saw Saturn through my telescope last night",
                        "We watched the planets in the sky yesterday evening",
                        "The bread needs two more hours in the oven",
                        "I was baking a loaf all afternoon")
                .extract()
                .path("embeddings");

        assertThat(cosine(vectors.get(0), vectors.get(1)))
                .isGreaterThan(cosine(vectors.get(0), vectors.get(2)) + .02)
                .isGreaterThan(cosine(vectors.get(1), vectors.get(3)) + .02);
        assertThat(cosine(vectors.get(2), vectors.get(3))).isGreaterThan(cosine(vectors.get(0), vectors.get(3)) + .02);
    }

    @Test
    void vectors_have_the_promised_shape_and_length_one() {
        List<List<Float>> vectors = embed("one", "two")
                .body("model", equalTo("e5-small-v2-q"))
                .body("dimensions", equalTo(384))
                .body("embeddings", hasSize(2))
                .extract()
                .path("embeddings");

        assertThat(vectors).allSatisfy(vector -> {
            assertThat(vector).hasSize(384);
            assertThat(cosine(vector, vector)).isEqualTo(1, org.assertj.core.data.Offset.offset(1e-3));
        });
    }

    @Test
    void a_text_has_the_same_vector_every_time_and_at_full_size() {
        String longest = "sea and sand ".repeat(160).substring(0, 2_000);

        List<Object> first = embed(longest).extract().path("embeddings");
        List<Object> again = embed("other", longest).extract().path("embeddings");

        assertThat(again.get(1)).isEqualTo(first.getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"texts\": [\"a\"",
                "400 | {\"texts\": [\"a\"], \"purpose\": \"fun\"}",
                "422 | {\"texts\": [], \"purpose\": \"query\"}",
                "422 | {\"texts\": [\"  \"], \"purpose\": \"query\"}",
                "422 | {\"texts\": [null], \"purpose\": \"query\"}",
                "422 | {\"purpose\": \"query\"}",
                "422 | {\"texts\": [\"a\"]}"
            })
    void a_body_that_makes_no_sense_is_refused(int status, String body) {
        given().header("Authorization", TestTokens.bearer("llm", SOMEBODY))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/embeddings")
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void only_json_is_read() {
        given().header("Authorization", TestTokens.bearer("llm", SOMEBODY))
                .contentType(ContentType.TEXT)
                .body("moon")
                .post("/internal/embeddings")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void too_many_or_too_long_texts_are_refused() {
        ask(Collections.nCopies(65, "a")).statusCode(422).contentType("application/problem+json");
        ask(List.of("x".repeat(2_001))).statusCode(422).contentType("application/problem+json");
        ask(List.of("x".repeat(2_000_000))).statusCode(413).contentType("application/problem+json");
    }

    @Test
    void only_tokens_for_this_service_are_accepted() {
        String body = "{\"texts\": [\"a\"], \"purpose\": \"query\"}";

        given().contentType(ContentType.JSON)
                .body(body)
                .post("/internal/embeddings")
                .then()
                .statusCode(401);
        given().header("Authorization", TestTokens.bearer("life", SOMEBODY))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/embeddings")
                .then()
                .statusCode(401);
    }

    @Test
    void other_services_on_this_machine_need_no_token_and_nobody_else_gets_vectors_so() {
        String body = "{\"texts\": [\"a\"], \"purpose\": \"query\"}";

        given().contentType(ContentType.JSON)
                .body(body)
                .post("/internal/vectors")
                .then()
                .statusCode(200)
                .body("embeddings", hasSize(1));
        given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", "203.0.113.7")
                .body(body)
                .post("/internal/vectors")
                .then()
                .statusCode(401);
    }

    @Test
    void a_question_is_embedded_otherwise_than_a_passage_with_its_words() {
        List<List<Float>> passage = embed("What is my dog called?").extract().path("embeddings");
        List<List<Float>> question = given().contentType(ContentType.JSON)
                .body(Map.of("texts", List.of("What is my dog called?"), "purpose", "query"))
                .post("/internal/vectors")
                .then()
                .statusCode(200)
                .extract()
                .path("embeddings");

        assertThat(question).isNotEqualTo(passage);
    }

    private static ValidatableResponse embed(String... texts) {
        return ask(List.of(texts)).statusCode(200);
    }

    private static ValidatableResponse ask(List<String> texts) {
        return given().header("Authorization", TestTokens.bearer("llm", SOMEBODY))
                .contentType(ContentType.JSON)
                .body(Map.of("texts", texts, "purpose", "passage"))
                .post("/internal/embeddings")
                .then();
    }

    private static double cosine(List<Float> a, List<Float> b) {
        double dot = 0;
        double lengthA = 0;
        double lengthB = 0;
        for (int i = 0; i < a.size(); i++) {
            dot += a.get(i) * b.get(i);
            lengthA += a.get(i) * a.get(i);
            lengthB += b.get(i) * b.get(i);
        }
        return dot / Math.sqrt(lengthA * lengthB);
    }
}
