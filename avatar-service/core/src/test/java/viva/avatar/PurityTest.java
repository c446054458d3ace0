package viva.avatar;

import org.junit.jupiter.api.Test;
import viva.platform.rules.CoreRules;

class PurityTest {
    @Test
    void the_core_is_a_function_of_its_arguments() {
        CoreRules.check("viva.avatar", "com.fasterxml.jackson..", "org.erdtman.jcs..");
    }
}
