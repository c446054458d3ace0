package viva.platform.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes on the class path that the rules are about. */
final class MainClasses {
    private MainClasses() {}

    /** Those below a package, such as {@code viva.life}, except tests; of core and app where both are there. */
    static JavaClasses of(String root) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
    }
}
