package viva.gateway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ModelsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void an_owner_learns_which_host_gets_the_text() {
        Models recipient = new Models(() -> Uni.createFrom().item(models("models.example.org")), LONG);

        JsonNode model = of(recipient, avatar(true));

        assertThat(model.toString()).isEqualTo("{\"used\":true,\"provider\":\"models.example.org\"}");
    }

    @Test
    void nobody_gets_it_when_the_owner_says_so_or_no_model_is_set_up() {
        Models some = new Models(() -> Uni.createFrom().item(models("models.example.org")), LONG);
        Models none = new Models(() -> Uni.createFrom().item(models(null)), LONG);

        assertThat(of(some, avatar(false)).toString()).isEqualTo("{\"used\":false,\"provider\":null}");
        assertThat(of(none, avatar(true)).toString()).isEqualTo("{\"used\":false,\"provider\":null}");
    }

    @Test
    void what_is_not_known_is_not_claimed_and_holds_up_nothing() {
        Models away = new Models(() -> Uni.createFrom().failure(new IllegalStateException("away")), LONG);
        Models silent = new Models(() -> Uni.createFrom().nothing(), LONG);
        Models older = new Models(() -> Uni.createFrom().item(JsonNodeFactory.instance.objectNode()), LONG);

        assertThat(of(away, avatar(true)).isNull()).isTrue();
        assertThat(of(silent, avatar(true)).isNull()).isTrue();
        assertThat(of(older, avatar(true)).isNull()).isTrue();
    }

    @Test
    void the_llm_service_is_not_asked_for_every_owner() {
        AtomicInteger asked = new AtomicInteger();
        Models recipient = new Models(
                () -> {
                    asked.incrementAndGet();
                    return Uni.createFrom().item(models("models.example.org"));
                },
                LONG);

        of(recipient, avatar(true));
        of(recipient, avatar(true));

        assertThat(asked).hasValue(1);
    }

    private static JsonNode of(Models recipient, ObjectNode avatar) {
        return recipient.of(avatar).await().atMost(LONG);
    }

    private static ObjectNode avatar(boolean allowed) {
        return JsonNodeFactory.instance.objectNode().put("model_allowed", allowed);
    }

    private static ObjectNode models(String recipient) {
        return JsonNodeFactory.instance.objectNode().put("recipient", recipient);
    }
}
