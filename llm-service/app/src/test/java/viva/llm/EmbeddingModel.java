package viva.llm;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Texts are embedded by the model's server, since a model is named; and failures, of which a test may want many, open no circuit. */
public final class EmbeddingModel implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("viva.nim.embedding-model", "embedder", "viva.nim.circuit.calls", "1000");
    }
}
