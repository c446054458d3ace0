package viva.llm.speech;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import viva.contracts.DialogueAct;
import viva.contracts.message.SpeakV1;
import viva.llm.ModelServer;
import viva.llm.Samples;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** Four requests a minute, one of which is the look at the start; the methods spend the others in their order. */
@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "llm"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(value = ModelServer.class, initArgs = @ResourceArg(name = "requests-per-minute", value = "4"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SpentBudgetTest {
    @Inject
    Speaking speaking;

    @Inject
    RedisAPI redis;

    @ConfigProperty(name = "viva.llm.budget.key-space")
    String space;

    @BeforeEach
    void waitForTheModel() {
        await().untilAsserted(() ->
                given().get("/internal/models").then().statusCode(200).body("voice", equalTo("model first speaks")));
        ModelServer.answers(ModelServer.plain("Once only."));
        ModelServer.server().resetRequests();
    }

    @Test
    @Order(1)
    void a_request_that_was_begun_and_never_answered_is_answered_offline_and_not_asked_again() {
        SpeakV1 request = asked();
        got(redis.set(List.of("viva:{" + space + "}:request:" + request.messageId(), "")));

        assertThat(voice(request)).isEqualTo("offline");
        assertThat(voice(request)).isEqualTo("offline");
        ModelServer.server().verify(0, postRequestedFor(urlEqualTo(ModelServer.CHAT)));
    }

    @Test
    @Order(2)
    void what_is_no_answer_is_spoken_offline_when_half_of_the_window_is_used_and_answers_when_all_of_it_is() {
        assertThat(voice(asked())).isEqualTo("first");
        assertThat(voice(Samples.turn(DialogueAct.AGREE, "Yes?"))).isEqualTo("offline");
        assertThat(voice(asked())).isEqualTo("first");
        assertThat(voice(asked())).isEqualTo("first");

        assertThat(voice(asked())).isEqualTo("offline");

        ModelServer.server().verify(3, postRequestedFor(urlEqualTo(ModelServer.CHAT)));
    }

    private static SpeakV1 asked() {
        return Samples.asked("What did you see?", Instant.now().plusSeconds(20));
    }

    private String voice(SpeakV1 request) {
        return got(speaking.speak(request, Urgency.INTERACTIVE)).voice();
    }

    private static <T> T got(Uni<T> answer) {
        return answer.await().atMost(Waiting.PATIENCE);
    }
}
