package viva.life;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.life.activity.Activity;

/** The core of the life service is a function of its arguments, and the same one on every machine. */
class PurityTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("viva.life");

    /** Methods of {@link Math} that are exact by definition; all others may differ between machines or releases. */
    private static final Set<String> EXACT =
            Set.of("abs", "max", "min", "clamp", "ceil", "floor", "floorMod", "floorDiv", "addExact", "subtractExact");

    @Test
    void it_depends_on_the_language_and_the_contracts_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "viva.life..", "viva.contracts..")
                .check(CORE);
    }

    @Test
    void it_asks_no_clock() {
        noClasses().should().callMethod(Instant.class, "now").check(CORE);
        noClasses().should().callMethod(LocalDateTime.class, "now").check(CORE);
        noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class).check(CORE);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CORE);
        noClasses().should().callMethod(System.class, "nanoTime").check(CORE);
    }

    @Test
    void its_chance_is_its_own() {
        noClasses().should().callMethod(UUID.class, "randomUUID").check(CORE);
        noClasses().should().callMethod(Math.class, "random").check(CORE);
        noClasses().should().dependOnClassesThat().areAssignableTo(Random.class).check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.random..")
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

    @Test
    void packages_do_not_depend_on_each_other_in_circles() {
        SlicesRuleDefinition.slices()
                .matching("viva.life.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CORE);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|Service)")
                .check(CORE);
    }
}
