package viva.society;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The hash of a world follows from its seed only if nothing in the world looks at the machine. */
class PurityTest {
    private static final JavaClasses WORLD = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("viva.society.world", "viva.society.diary", "viva.society.figure");

    @Test
    void a_world_is_made_of_the_pure_cores_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.security..",
                        "java.nio.charset..",
                        "viva.contracts..",
                        "viva.avatar..",
                        "viva.life..",
                        "viva.relationship..",
                        "viva.matchmaker..",
                        "viva.society.world..",
                        "viva.society.diary..",
                        "viva.society.figure..")
                .check(WORLD);
    }

    @Test
    void time_and_chance_come_from_the_plan() {
        noClasses().should().callMethod(Math.class, "random").check(WORLD);
        noClasses().should().callMethod(UUID.class, "randomUUID").check(WORLD);
        noClasses().should().callMethod(ThreadLocalRandom.class, "current").check(WORLD);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(WORLD);
        noClasses().should().callMethod(System.class, "nanoTime").check(WORLD);
    }
}
