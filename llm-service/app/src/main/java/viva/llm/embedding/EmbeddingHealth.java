package viva.llm.embedding;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started when the embedding model is loaded, or cannot be: then nothing but embeddings is missing. */
@Startup
@Singleton
class EmbeddingHealth implements HealthCheck {
    private final LocalModel model;

    EmbeddingHealth(LocalModel model) {
        this.model = model;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("embedding model")
                .status(model.isSettled())
                .withData("loaded", model.isLoaded())
                .build();
    }
}
