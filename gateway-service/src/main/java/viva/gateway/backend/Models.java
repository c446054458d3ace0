package viva.gateway.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/** Who receives what an owner writes to an avatar, so that the owner can be told before the first word; of the llm service. */
@Singleton
public class Models {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofSeconds(10);

    /** The llm service's answer, a text or null; missing when it gives none. */
    private final Uni<JsonNode> recipient;

    @Inject
    Models(Backends backends) {
        Backend<LlmRest> service = backends.to("llm", LlmRest.class);
        this(() -> service.read(LlmRest::models), KEPT);
    }

    /** @param kept how long an answer, or that there was none, is taken for true */
    Models(Supplier<Uni<JsonNode>> models, Duration kept) {
        this.recipient = Uni.createFrom()
                .deferred(models::get)
                .ifNoItem()
                .after(TIMEOUT)
                .fail()
                .map(answer -> answer.path("recipient"))
                .onFailure()
                .recoverWithItem(() -> JsonNodeFactory.instance.missingNode())
                .memoize()
                .forFixedDuration(kept);
    }

    /**
     * {@code {"used": …, "provider": …}} for an avatar: whether a language model may read and answer what its owner writes, and the host that
     * gets the text then; null when it is not known. Never fails, and takes a second at most.
     */
    public Uni<JsonNode> of(JsonNode avatar) {
        return recipient.map(host -> told(avatar, host));
    }

    /** The avatar with this as its {@code model}. */
    public Uni<JsonNode> tell(JsonNode avatar) {
        return of(avatar).map(model -> {
            if (avatar instanceof ObjectNode object) {
                object.set("model", model);
            }
            return avatar;
        });
    }

    private static JsonNode told(JsonNode avatar, JsonNode host) {
        if (host.isMissingNode()) {
            return NullNode.instance;
        }
        boolean used = host.isTextual() && avatar.path("model_allowed").asBoolean(true);
        ObjectNode model = JsonNodeFactory.instance.objectNode();
        model.put("used", used);
        model.set("provider", used ? host : NullNode.instance);
        return model;
    }
}
