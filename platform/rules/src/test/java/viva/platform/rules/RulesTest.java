package viva.platform.rules;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;
import viva.untidy.DeedHelper;
import viva.untidy.answer.Answer;
import viva.untidy.mind.Mind;
import viva.untidy.mind.danger.Danger;
import viva.untidy.question.Question;
import viva.untidy.reader.Reader;
import viva.untidy.shelf.BookTable;

class RulesTest {
    @Test
    void a_core_that_tells_the_time_is_refused() {
        assertRefused(CoreRules.NO_CLOCK, "deed()> calls method <java.time.Instant.now()>", DeedHelper.class);
        assertRefused(
                CoreRules.NO_CLOCK,
                "laterDeed(boolean)> references method <java.time.Instant.now()>",
                DeedHelper.class);
    }

    @Test
    void a_core_with_chance_of_its_own_is_refused() {
        assertRefused(CoreRules.NO_CHANCE, "calls method <java.util.UUID.randomUUID()>", DeedHelper.class);
        assertRefused(CoreRules.NO_CHANCE, "references method <java.util.UUID.randomUUID()>", DeedHelper.class);
        assertRefused(CoreRules.NO_CHANCE, "calls constructor <java.util.SplittableRandom.<init>()>", DeedHelper.class);
    }

    @Test
    void chance_with_a_seed_is_allowed() {
        assertThatThrownBy(() -> CoreRules.NO_CHANCE.check(classes(DeedHelper.class)))
                .hasMessageNotContaining("fate(long)");
    }

    @Test
    void a_core_that_opens_files_is_refused() {
        assertRefused(CoreRules.NO_FILES, "java.io.File", DeedHelper.class);
    }

    @Test
    void a_core_that_needs_another_is_refused_unless_it_is_named() {
        JavaClasses reader = classes(Reader.class);

        assertThatThrownBy(() -> CoreRules.check(reader, "viva.untidy.reader"))
                .hasMessageContaining("viva.untidy.mind.danger.Danger");
        assertThatNoException().isThrownBy(() -> CoreRules.check(reader, "viva.untidy.reader", "viva.untidy.mind.."));
    }

    @Test
    void a_helper_is_refused() {
        assertRefused(ModuleRules.NAMES_THAT_MEAN_SOMETHING, "DeedHelper", DeedHelper.class);
    }

    @Test
    void packages_that_need_each_other_are_refused() {
        assertRefused(ModuleRules.NO_CYCLES_OF_PACKAGES, "Cycle detected", Question.class, Answer.class);
    }

    @Test
    void capabilities_that_need_each_other_are_refused() {
        assertRefused(ModuleRules.NO_CYCLES_OF_CAPABILITIES, "Cycle detected", Reader.class, Mind.class, Danger.class);
    }

    @Test
    void a_technology_is_for_the_packages_that_are_named() {
        JavaClasses shelf = classes(BookTable.class);

        assertThatThrownBy(() -> Technology.SQL.check("viva.untidy", Set.of("reader"), shelf))
                .hasMessageContaining("SQL is known to [reader] alone")
                .hasMessageContaining("viva.untidy.shelf.BookTable");
        assertThatNoException().isThrownBy(() -> Technology.SQL.check("viva.untidy", Set.of("shelf"), shelf));
        assertThatNoException().isThrownBy(() -> Technology.AMQP.check("viva.untidy", Set.of(), shelf));
    }

    @Test
    void a_package_is_not_named_in_vain() {
        JavaClasses shelf = classes(BookTable.class, Danger.class);

        assertThatThrownBy(() -> Technology.SQL.check("viva.untidy", Set.of("shelf", "mind.danger"), shelf))
                .hasMessageContaining("SQL is allowed to [viva.untidy.mind.danger], which do not know it");
    }

    @Test
    void this_module_keeps_the_rules_itself() {
        assertThatNoException().isThrownBy(() -> ModuleRules.check(MainClasses.of("viva.platform.rules")));
    }

    private static void assertRefused(ArchRule rule, String because, Class<?>... breakers) {
        assertThatThrownBy(() -> rule.check(classes(breakers))).hasMessageContaining(because);
    }

    private static JavaClasses classes(Class<?>... types) {
        return new ClassFileImporter().importClasses(types);
    }
}
