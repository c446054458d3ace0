package viva.matchmaker;

import org.junit.jupiter.api.Test;
import viva.platform.testkit.ServiceRules;

class ArchitectureTest {
    @Test
    void the_service_keeps_the_rules() {
        ServiceRules.check("viva.matchmaker");
    }
}
