package viva.platform.messaging;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import viva.platform.health.Dependency;
import viva.platform.messaging.outage.Outage;

/** Asks whether what failed is back. */
final class Probes {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final List<Dependency> dependencies;

    Probes(List<Dependency> dependencies) {
        this.dependencies = List.copyOf(dependencies);
    }

    /** What a consumer can wait for. */
    List<String> causes() {
        return Stream.concat(dependencies.stream().map(Dependency::name), Stream.of(Outage.UNKNOWN))
                .toList();
    }

    /** Completes when the dependency that {@code outage} names answers, or every server when it names none that is known; else fails. */
    Uni<Void> of(Outage outage) {
        List<Dependency> named = dependencies.stream()
                .filter(dependency -> dependency.name().equals(outage.dependency()))
                .toList();
        List<Dependency> asked = named.isEmpty()
                ? dependencies.stream()
                        .filter(dependency -> dependency.kind() == Dependency.Kind.SERVER)
                        .toList()
                : named;
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Dependency dependency : asked) {
            all = all.chain(() -> ask(dependency));
        }
        return all;
    }

    /** The question itself is not cancelled: it may hold a connection of a pool. */
    private static Uni<Void> ask(Dependency dependency) {
        return Uni.createFrom()
                .<Void>emitter(answer -> Uni.createFrom()
                        .deferred(dependency::probe)
                        .subscribe()
                        .with(_ -> answer.complete(null), answer::fail))
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }
}
