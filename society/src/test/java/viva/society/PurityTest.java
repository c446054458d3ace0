package viva.society;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import viva.platform.rules.CoreRules;

/** The hash of a world follows from its seed only if nothing in the world looks at the machine. */
class PurityTest {
    private static final JavaClasses WORLD = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("viva.society.world", "viva.society.diary", "viva.society.figure", "viva.society.fit");

    @Test
    void a_world_is_made_of_the_pure_cores_alone() {
        CoreRules.check(
                WORLD,
                "viva.society.world",
                "viva.society.diary",
                "viva.society.figure",
                "viva.society.fit",
                "viva.avatar..",
                "viva.life..",
                "viva.relationship..",
                "viva.matchmaker..");
    }
}
