package viva.contracts;

import org.junit.jupiter.api.Test;
import viva.platform.rules.CoreRules;

class PurityTest {
    @Test
    void contracts_are_values_that_travel_as_json() {
        CoreRules.check("viva.contracts", "com.fasterxml.jackson..");
    }
}
