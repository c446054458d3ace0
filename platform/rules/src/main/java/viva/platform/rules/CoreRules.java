package viva.platform.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What a pure core keeps to: it is a function of its arguments, so that it is tested in milliseconds and runs in a simulator. */
public final class CoreRules {
    /** What tells the time besides the {@code now} of {@code java.time}. */
    private static final Set<String> CLOCKS =
            Set.of("java.lang.System.currentTimeMillis", "java.lang.System.nanoTime", "java.util.Calendar.getInstance");

    /** What is random besides generators without a seed. */
    private static final Set<String> RANDOM = Set.of(
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.util.UUID.randomUUID",
            "java.util.random.RandomGenerator.getDefault",
            "java.util.random.RandomGenerator.of");

    /** The language as far as its packages go; {@link #NO_FILES}, {@link #NO_CLOCK} and {@link #NO_CHANCE} say what of it is not. */
    private static final List<String> LANGUAGE = List.of(
            "java.lang..",
            "java.util..",
            "java.time..",
            "java.math",
            "java.text",
            "java.io",
            "java.nio",
            "java.nio.charset",
            "java.security");

    /** Streams read resources of the core's own; nothing opens a file. */
    public static final ArchRule NO_FILES =
            noClasses().should().dependOnClassesThat(describe("are files", CoreRules::isFile));

    /** Nothing that answers differently tomorrow, neither called nor as a method reference. */
    public static final ArchRule NO_CLOCK = noClasses()
            .should()
            .accessTargetWhere(describe("tell the time", CoreRules::tellsTheTime))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(InstantSource.class)
            .because("lives are deterministic: the instant is an argument");

    /** No chance of its own; a generator may be an argument, or made with a seed. */
    public static final ArchRule NO_CHANCE = noClasses()
            .should()
            .accessTargetWhere(describe("are random", CoreRules::isRandom))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(SecureRandom.class)
            .because("lives are deterministic: chance and ids are arguments");

    private CoreRules() {}

    /**
     * Checks all rules of pure cores on the main classes of {@code core}. Besides the language, the contracts and itself it may depend on
     * what is named.
     *
     * @param core its package, such as {@code viva.life}
     * @param alsoAllowed packages in the notation of ArchUnit, such as {@code com.fasterxml.jackson..}
     */
    public static void check(String core, String... alsoAllowed) {
        check(MainClasses.of(core), core, alsoAllowed);
    }

    /** As {@link #check(String, String...)}, for a core whose main classes are not all part of its jar. */
    public static void check(JavaClasses classes, String core, String... alsoAllowed) {
        List.of(onlyTheLanguage(core, alsoAllowed), NO_FILES, NO_CLOCK, NO_CHANCE)
                .forEach(rule -> rule.check(classes));
        ModuleRules.check(classes);
    }

    private static ArchRule onlyTheLanguage(String core, String... alsoAllowed) {
        Stream<String> own = Stream.of("viva.contracts..", core + "..");
        return classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.of(LANGUAGE.stream(), own, Stream.of(alsoAllowed))
                        .flatMap(packages -> packages)
                        .toArray(String[]::new));
    }

    private static boolean isFile(JavaClass type) {
        return type.getPackageName().equals("java.io") && type.getSimpleName().matches(".*File.*|Console");
    }

    private static boolean tellsTheTime(JavaAccess<?> access) {
        String name = nameOf(access);
        return (name.startsWith("java.time.") && name.endsWith(".now"))
                || CLOCKS.contains(name)
                || (access.getTargetOwner().isEquivalentTo(Date.class) && isConstructorWithoutArguments(access));
    }

    private static boolean isRandom(JavaAccess<?> access) {
        return RANDOM.contains(nameOf(access))
                || (access.getTargetOwner().isAssignableTo(RandomGenerator.class)
                        && isConstructorWithoutArguments(access));
    }

    private static String nameOf(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }

    private static boolean isConstructorWithoutArguments(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                && target.getRawParameterTypes().isEmpty();
    }
}
