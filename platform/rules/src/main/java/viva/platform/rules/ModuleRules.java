package viva.platform.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What every module keeps to: names that mean something, packages by capability and without cycles. */
public final class ModuleRules {
    /** A class is named after what it is, not after a layer; records and interfaces included. */
    public static final ArchRule NAMES_THAT_MEAN_SOMETHING =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Service)");

    /** A newcomer who reads the package names knows what the service does. */
    public static final ArchRule PACKAGES_BY_CAPABILITY = noClasses()
            .should()
            .resideInAnyPackage(
                    "..services..",
                    "..dto..",
                    "..impl..",
                    "..util..",
                    "..utils..",
                    "..helper..",
                    "..model..",
                    "..entity..",
                    "..repository..",
                    "..controller..");

    /** Packages that need each other can be neither understood nor moved one at a time. */
    public static final ArchRule NO_CYCLES_OF_PACKAGES =
            slices().matching("viva.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    /** The same for capabilities: a package with those below it, such as {@code viva.llm.understanding..}. */
    public static final ArchRule NO_CYCLES_OF_CAPABILITIES =
            slices().matching("viva.(*).(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    private ModuleRules() {}

    /** Checks all rules of modules on the classes given. */
    public static void check(JavaClasses classes) {
        List.of(NAMES_THAT_MEAN_SOMETHING, PACKAGES_BY_CAPABILITY, NO_CYCLES_OF_PACKAGES, NO_CYCLES_OF_CAPABILITIES)
                .forEach(rule -> rule.check(classes));
    }
}
