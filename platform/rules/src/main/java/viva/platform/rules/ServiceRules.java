package viva.platform.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** What every service keeps to beyond {@link ModuleRules}: constructor injection, no blocked thread, resources that say what they do. */
public final class ServiceRules {
    private static final String CONSUMES = "jakarta.ws.rs.Consumes";

    /** The layer that would be called so holds everything. */
    public static final ArchRule NO_SERVICE_LAYER = noClasses().should().resideInAPackage("..service..");

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

    /** Checks all rules of services on the main classes of one, core and app together: {@code viva.life}. */
    public static void check(String service) {
        JavaClasses classes = MainClasses.of(service);
        List.of(NO_SERVICE_LAYER, NO_INJECTED_FIELDS, NO_BLOCKED_THREAD, HUNG_UP_IS_DECIDED, BODIES_HAVE_A_TYPE)
                .forEach(rule -> rule.check(classes));
        ModuleRules.check(classes);
    }
}
