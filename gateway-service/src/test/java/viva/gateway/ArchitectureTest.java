package viva.gateway;

import org.junit.jupiter.api.Test;
import viva.platform.testkit.ServiceRules;

class ArchitectureTest {
    @Test
    void the_gateway_keeps_to_the_rules_of_every_service() {
        ServiceRules.check("viva.gateway");
    }
}
