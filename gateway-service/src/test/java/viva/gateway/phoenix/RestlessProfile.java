package viva.gateway.phoenix;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Everything that takes hours or thousands of clients elsewhere takes seconds and a handful here. */
public class RestlessProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "viva.gateway.token.socket-lifetime", "3s",
                "viva.gateway.socket.silence", "5s",
                "viva.gateway.socket.connections", "3",
                "viva.gateway.socket.closing", "1s",
                "viva.gateway.socket.unsent-characters", "4000000");
    }
}
