package viva.platform.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** What every module keeps to: packages by capability, names that mean something, no blocked thread. */
public final class ServiceRules {
    private static final String CONSUMES = "jakarta.ws.rs.Consumes";

    /** A class is named after what it is, not after a layer; records and interfaces included. */
    public static final ArchRule NAMES_THAT_MEAN_SOMETHING = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("DTO")
            .orShould()
            .haveSimpleNameEndingWith("Service");

    /** A newcomer who reads the package names knows what the service does. */
    public static final ArchRule PACKAGES_BY_CAPABILITY = noClasses()
            .should()
            .resideInAnyPackage(
                    "viva.*.service..",
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

    /** Constructor injection only. */
    public static final ArchRule NO_INJECTED_FIELDS =
            noFields().should().beAnnotatedWith("jakarta.inject.Inject").allowEmptyShould(true);

    /** Nothing waits on a thread of its own for a reactive result, or sleeps. */
    public static final ArchRule NO_BLOCKED_THREAD = noClasses()
            .should()
            .callMethod("io.smallrye.mutiny.groups.UniAwait", "indefinitely")
            .orShould()
            .callMethod("java.lang.Thread", "sleep", "long")
            .orShould()
            .callMethod("java.lang.Thread", "sleep", "java.time.Duration")
            .because("an event loop that waits stops every avatar on it");

    /**
     * Each resource decides what becomes of a request whose asker hung up. The default, to cancel it, closes a database session
     * in the middle of a transaction.
     */
    public static final ArchRule HUNG_UP_IS_DECIDED = classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .and()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith("org.jboss.resteasy.reactive.server.Cancellable")
            .allowEmptyShould(true)
            .because("work on a database is finished, an answer of a model that nobody waits for is not");

    /**
     * A resource that takes a body says of which media type; one of any other is answered with 415. Without, the framework hands such a
     * body on, and the resource fails over it. A body is known by its {@code @NotNull}.
     */
    public static final ArchRule BODIES_HAVE_A_TYPE = methods()
            .that(DescribedPredicate.describe("take a body", ServiceRules::takesABody))
            .should(ArchCondition.from(
                    DescribedPredicate.describe("say what they consume", ServiceRules::saysWhatItConsumes)))
            .allowEmptyShould(true);

    private ServiceRules() {}

    private static boolean takesABody(JavaMethod method) {
        boolean writes =
                Stream.of("POST", "PUT", "PATCH").anyMatch(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb));
        return writes
                && method.getParameters().stream()
                        .anyMatch(parameter -> parameter.isAnnotatedWith("jakarta.validation.constraints.NotNull"));
    }

    private static boolean saysWhatItConsumes(JavaMethod method) {
        return method.isAnnotatedWith(CONSUMES) || method.getOwner().isAnnotatedWith(CONSUMES);
    }

    /** Checks all rules on the main classes below {@code packages}, such as {@code viva.life}. */
    public static void check(String... packages) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packages);
        checkNames(classes);
        List.of(NO_INJECTED_FIELDS, NO_BLOCKED_THREAD, HUNG_UP_IS_DECIDED, BODIES_HAVE_A_TYPE)
                .forEach(rule -> rule.check(classes));
    }

    static void checkNames(JavaClasses classes) {
        List.of(NAMES_THAT_MEAN_SOMETHING, PACKAGES_BY_CAPABILITY).forEach(rule -> rule.check(classes));
    }
}
