package viva.local.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks a service how it is: whether it has started and can answer, and what of its surroundings is away. */
public final class Readiness {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final HttpRequest question;

    /**
     * What a service said.
     *
     * @param isReady whether it has reached every server once and can answer now
     * @param away the servers and services that it cannot reach now
     */
    public record Answer(boolean isReady, List<String> away) {
        private static final Answer NONE = new Answer(false, List.of());

        public Answer {
            away = List.copyOf(away);
        }
    }

    /** @param management where the service tells how it is */
    public Readiness(HttpClient client, URI management) {
        this.client = client;
        this.question = HttpRequest.newBuilder(management.resolve("/q/health"))
                .timeout(LIMIT)
                .build();
    }

    public boolean isReady() {
        return ask().isReady();
    }

    /** Not ready, and nothing away, when there is no answer. */
    public Answer ask() {
        try {
            HttpResponse<String> answer = client.send(question, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode() == 200, away(JSON.readTree(answer.body())));
        } catch (IOException notYet) {
            return Answer.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        }
    }

    private static List<String> away(JsonNode answer) {
        List<String> away = new ArrayList<>();
        for (JsonNode check : answer.path("checks")) {
            if (check.path("name").asText().equals("reachable")) {
                check.path("data").properties().forEach(one -> {
                    if (!one.getValue().asBoolean()) {
                        away.add(one.getKey());
                    }
                });
            }
        }
        return away;
    }
}
