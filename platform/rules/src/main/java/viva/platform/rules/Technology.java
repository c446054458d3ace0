package viva.platform.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What only a few packages of a service may know, so that the rest of it can be read and tested without. */
public enum Technology {
    /** Statements, rows and connections, of the reactive client or of JDBC. */
    SQL,
    /** Hibernate with Panache: entities, sessions, queries. */
    HIBERNATE,
    /** Redis. */
    REDIS,
    /** Vert.x itself: event loops, HTTP, sockets; not the clients above, nor the buffers and JSON in their rows. */
    VERTX,
    /** The broker's client, which is the business of {@code platform/messaging}. */
    AMQP;

    private static final String[] SQL_CLIENTS = {
        "io.vertx.sqlclient..", "io.vertx.mutiny.sqlclient..", "io.vertx.pgclient..", "java.sql..", "javax.sql.."
    };
    private static final String[] REDIS_CLIENTS = {"io.quarkus.redis..", "io.vertx.redis..", "io.vertx.mutiny.redis.."};

    private DescribedPredicate<JavaClass> types() {
        return switch (this) {
            case SQL -> resideInAnyPackage(SQL_CLIENTS);
            case HIBERNATE -> resideInAnyPackage("org.hibernate..", "io.quarkus.hibernate..", "jakarta.persistence..");
            case REDIS -> resideInAnyPackage(REDIS_CLIENTS);
            case VERTX ->
                resideInAnyPackage("io.vertx..")
                        .and(resideOutsideOfPackages(SQL_CLIENTS))
                        .and(resideOutsideOfPackages(REDIS_CLIENTS))
                        .and(resideOutsideOfPackages("io.vertx..buffer..", "io.vertx.core.json.."));
            case AMQP -> resideInAnyPackage("com.rabbitmq..");
        };
    }

    /**
     * Checks that a technology is known to the packages named, to all of them and to no others. One that is not in the map is for nobody.
     *
     * @param service the service's package, such as {@code viva.life}
     * @param known names of packages below it, such as {@code history}
     */
    public static void check(String service, Map<Technology, Set<String>> known) {
        JavaClasses classes = MainClasses.of(service);
        for (Technology technology : values()) {
            technology.check(service, known.getOrDefault(technology, Set.of()), classes);
        }
    }

    void check(String service, Set<String> known, JavaClasses classes) {
        String[] packages = known.stream().map(name -> service + "." + name).toArray(String[]::new);
        noClasses()
                .that(resideOutsideOfPackages(packages))
                .should(dependOnClassesThat(types()))
                .as("%s is known to %s alone".formatted(this, new TreeSet<>(known)))
                .allowEmptyShould(true)
                .check(classes);
        Set<String> inVain = new TreeSet<>(Set.of(packages));
        inVain.removeAll(knowing(classes));
        if (!inVain.isEmpty()) {
            throw new AssertionError("%s is allowed to %s, which do not know it".formatted(this, inVain));
        }
    }

    private Set<String> knowing(JavaClasses classes) {
        DescribedPredicate<JavaClass> types = types();
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> types.test(dependency.getTargetClass()))
                .map(Dependency::getOriginClass)
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
    }
}
