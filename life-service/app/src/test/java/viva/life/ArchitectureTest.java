package viva.life;

import org.junit.jupiter.api.Test;
import viva.platform.testkit.ServiceRules;

class ArchitectureTest {
    @Test
    void the_life_service_keeps_the_rules() {
        ServiceRules.check("viva.life");
    }
}
