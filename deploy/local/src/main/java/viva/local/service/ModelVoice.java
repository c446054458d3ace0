package viva.local.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks the llm service who speaks for the avatars. */
public final class ModelVoice {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final HttpRequest question;

    /** @param service where the llm service is */
    public ModelVoice(HttpClient client, URI service) {
        this.client = client;
        this.question = HttpRequest.newBuilder(service.resolve("/internal/models"))
                .timeout(LIMIT)
                .build();
    }

    /** One sentence, such as {@code model X speaks}, with the models that are gone; empty when it cannot be had. */
    public Optional<String> sentence() {
        try {
            JsonNode answer = JSON.readTree(
                    client.send(question, HttpResponse.BodyHandlers.ofString()).body());
            String voice = answer.path("voice").asText();
            StringBuilder gone = new StringBuilder();
            for (JsonNode model : answer.path("models")) {
                boolean isFirst = model.path("choice").asInt() == 1;
                if (isFirst && model.path("gone_status").isInt()) {
                    gone.append("; the first choice for %s, %s, is gone"
                            .formatted(
                                    model.path("purpose").asText(),
                                    model.path("model").asText()));
                }
            }
            return voice.isEmpty() ? Optional.empty() : Optional.of(voice + gone);
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
