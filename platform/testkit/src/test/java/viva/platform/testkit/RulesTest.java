package viva.platform.testkit;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import viva.platform.testkit.untidy.DeedHelper;

class RulesTest {
    private final JavaClasses untidy = new ClassFileImporter().importClasses(DeedHelper.class);

    @Test
    void a_core_that_looks_at_the_clock_is_refused() {
        assertThatThrownBy(() -> CoreRules.NO_CLOCK.check(untidy)).hasMessageContaining("Instant.now()");
    }

    @Test
    void a_core_that_rolls_dice_is_refused() {
        assertThatThrownBy(() -> CoreRules.NO_CHANCE.check(untidy)).hasMessageContaining("UUID.randomUUID()");
    }

    @Test
    void a_helper_is_refused() {
        assertThatThrownBy(() -> ServiceRules.NAMES_THAT_MEAN_SOMETHING.check(untidy))
                .hasMessageContaining("DeedHelper");
    }

    @Test
    void this_module_keeps_the_rules_itself() {
        assertThatNoException().isThrownBy(() -> ServiceRules.check("viva.platform.testkit"));
    }
}
