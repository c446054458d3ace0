package viva.platform.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What a pure core must not do: time, chance, ids and technology come in as arguments. */
public final class CoreRules {
    /** No framework, no database, no broker, no reactive types, no network, no files. */
    public static final ArchRule NO_TECHNOLOGY = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "io.smallrye..",
                    "io.vertx..",
                    "jakarta..",
                    "org.hibernate..",
                    "com.rabbitmq..",
                    "java.sql..",
                    "javax.sql..",
                    "java.net..",
                    "java.nio.file..",
                    "java.io..")
            .because("a pure core is tested in milliseconds and runs in a simulator");

    /** Nothing that answers differently tomorrow. */
    public static final ArchRule NO_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("lives are deterministic: the instant is an argument");

    /** Nothing that rolls dice of its own. */
    public static final ArchRule NO_CHANCE = noClasses()
            .should()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class)
            .orShould()
            .callConstructor(Random.class)
            .because("lives are deterministic: chance and ids are arguments");

    private CoreRules() {}

    /** Checks all rules on the main classes below {@code packages}, such as {@code viva.life.mind}. */
    public static void check(String... packages) {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packages);
        List.of(NO_TECHNOLOGY, NO_CLOCK, NO_CHANCE).forEach(rule -> rule.check(classes));
        ServiceRules.checkNames(classes);
    }
}
