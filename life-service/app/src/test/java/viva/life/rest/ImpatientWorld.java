package viva.life.rest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A world in which the llm service has a few seconds to answer, and is asked again soon. Tests share it: each leaves
 * the llm service as one that has just answered in time.
 */
public final class ImpatientWorld implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "viva.conversation.answer-deadline", "4s",
                "viva.conversation.missed-deadlines", "2",
                "viva.conversation.probe-every", "6s");
    }
}
