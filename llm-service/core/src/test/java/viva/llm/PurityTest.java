package viva.llm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PurityTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/viva/llm/understanding/Train"))
            .importPackages("viva.llm");

    @Test
    void the_core_needs_only_the_language_the_contracts_and_their_json() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.text..",
                        "java.math..",
                        "java.io..",
                        "java.nio",
                        "java.nio.charset",
                        "java.security",
                        "com.fasterxml.jackson..",
                        "viva.contracts..",
                        "viva.llm..")
                .check(CORE);
    }

    @Test
    void time_chance_and_ids_come_in_as_arguments() {
        noClasses().should().callMethod(Math.class, "random").check(CORE);
        noClasses().should().callMethod(java.util.UUID.class, "randomUUID").check(CORE);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CORE);
        noClasses().should().callMethod(System.class, "nanoTime").check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .check(CORE);
    }
}
