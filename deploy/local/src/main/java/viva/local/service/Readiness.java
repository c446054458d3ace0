package viva.local.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a service whether it is ready. */
public final class Readiness {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final HttpClient client;
    private final HttpRequest question;

    /** @param service where the service is */
    public Readiness(HttpClient client, URI service) {
        this.client = client;
        this.question = HttpRequest.newBuilder(service.resolve("/q/health/ready"))
                .timeout(LIMIT)
                .build();
    }

    public boolean isReady() {
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
