package viva.relationship;

import org.junit.jupiter.api.Test;
import viva.platform.rules.ServiceRules;

class ArchitectureTest {
    @Test
    void the_service_keeps_the_rules_of_all_services() {
        ServiceRules.check("viva.relationship");
    }
}
