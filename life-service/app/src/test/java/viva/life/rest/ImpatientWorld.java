package viva.life.rest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A world in which the llm service has a few seconds to answer, and is asked again soon. */
public final class ImpatientWorld implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "viva.conversation.answer-deadline", "4s",
                "viva.conversation.missed-deadlines", "2",
                "viva.conversation.probe-every", "6s");
    }
}
