package viva.gateway.phoenix;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits that a handful of requests or a few hundred kilobytes reach. */
public class FloodProfile implements QuarkusTestProfile {
    public static final int SOCKETS_OF_AN_ACCOUNT = 2;
    public static final int SOCKETS_OF_A_NETWORK = 4;
    public static final int MESSAGES = 3;
    public static final int COSTLY_READS = 4;
    public static final int SESSIONS = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("viva.gateway.socket.connections-per-account", Integer.toString(SOCKETS_OF_AN_ACCOUNT)),
                Map.entry("viva.gateway.socket.connections-per-network", Integer.toString(SOCKETS_OF_A_NETWORK)),
                Map.entry("viva.gateway.socket.held-bytes-per-account", "300000"),
                Map.entry("viva.gateway.socket.unsent-characters", "1000000000"),
                Map.entry("viva.gateway.connection.unanswered", "8s"),
                Map.entry("viva.gateway.limit.messages-per-day", Integer.toString(MESSAGES)),
                Map.entry("viva.gateway.limit.costly-reads-per-minute", Integer.toString(COSTLY_READS)),
                Map.entry("viva.gateway.limit.sessions-per-account", Integer.toString(SESSIONS)),
                Map.entry("viva.gateway.limit.writes-per-second", "1"),
                Map.entry("viva.gateway.limit.joins-per-minute", "10"));
    }
}
