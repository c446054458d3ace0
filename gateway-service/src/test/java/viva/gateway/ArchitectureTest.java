package viva.gateway;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import viva.platform.rules.ServiceRules;
import viva.platform.rules.Technology;

class ArchitectureTest {
    @Test
    void the_service_keeps_the_rules_of_all_services() {
        ServiceRules.check("viva.gateway");
    }

    @Test
    void technology_is_known_where_it_is_needed() {
        Technology.check(
                "viva.gateway",
                Map.of(
                        Technology.SQL,
                        Set.of("account", "command", "erasure", "session", "timeline", "token"),
                        Technology.HIBERNATE,
                        Set.of("account"),
                        Technology.REDIS,
                        Set.of("health", "limit", "presence", "session"),
                        Technology.VERTX,
                        Set.of("backend", "channel", "limit", "phoenix", "rest", "world")));
    }
}
