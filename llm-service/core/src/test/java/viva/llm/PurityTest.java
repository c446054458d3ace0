package viva.llm;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import viva.platform.rules.CoreRules;

class PurityTest {
    /** Without what trains the models in the build, which is not part of the jar. */
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/understanding/Train"))
            .withImportOption(location -> !location.contains("/safety/SafetyTrainer"))
            .importPackages("viva.llm");

    @Test
    void the_core_is_a_function_of_its_arguments() {
        CoreRules.check(CORE, "viva.llm", "com.fasterxml.jackson..");
    }
}
