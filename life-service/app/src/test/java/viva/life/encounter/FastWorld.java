package viva.life.encounter;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A world in which a conversation takes seconds, and turns wait five minutes for their words. An invitation is answered within 15 world minutes or
 * not at all: 7.5 seconds are enough for a machine that is busy with something else.
 */
public class FastWorld implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "viva.world.scale", "120",
                "viva.world.start", "2030-01-01T10:00:00Z",
                "viva.company.breath", "50ms",
                "viva.company.turn-deadline", "5m");
    }
}
