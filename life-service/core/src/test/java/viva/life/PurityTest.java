package viva.life;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import viva.life.activity.Activity;
import viva.platform.rules.CoreRules;

/** The core of the life service is a function of its arguments, and the same one on every machine. */
class PurityTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("viva.life");

    /** Methods of {@link Math} that are exact by definition; all others may differ between machines or releases. */
    private static final Set<String> EXACT =
            Set.of("abs", "max", "min", "clamp", "ceil", "floor", "floorMod", "floorDiv", "addExact", "subtractExact");

    @Test
    void the_core_is_a_function_of_its_arguments() {
        CoreRules.check(CORE, "viva.life");
    }

    @Test
    void its_chance_is_its_own() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .because("what a generator of the JDK draws may change with its release")
                .check(CORE);
    }

    @Test
    void transcendental_functions_are_those_of_strict_math() {
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "are inexact methods of Math",
                        (JavaAccess<?> access) -> access.getTargetOwner().isEquivalentTo(Math.class)
                                && !EXACT.contains(access.getTarget().getName())))
                .check(CORE);
    }

    @Test
    void activities_are_made_by_their_transitions_alone() {
        noClasses()
                .that(not(resideInAPackage("viva.life.activity")))
                .should()
                .callConstructorWhere(target(owner(assignableTo(Activity.class))))
                .check(CORE);
    }
}
