package viva.avatar;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import viva.platform.rules.ServiceRules;
import viva.platform.rules.Technology;

class ArchitectureTest {
    @Test
    void the_service_keeps_the_rules_of_all_services() {
        ServiceRules.check("viva.avatar");
    }

    @Test
    void technology_is_known_where_it_is_needed() {
        Technology.check(
                "viva.avatar",
                Map.of(
                        Technology.SQL, Set.of("erasure", "remembering", "embedding", "search", "forgetting"),
                        Technology.HIBERNATE, Set.of("registry", "soul")));
    }
}
