package viva.platform.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** All servers and services that this process works with, each also as the gauge {@code viva.reachable}: 1, or 0 while it is away. */
@Singleton
@Startup
class Dependencies {
    private static final Duration QUESTION_LIMIT = Duration.ofMinutes(1);

    /** How old a sighting can be where nothing probes and nothing reads metrics: a look tells what the one before it has found. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final List<Sighting> sightings;

    Dependencies(
            @All List<Dependency> servers, HealthConfig config, Config settings, Vertx vertx, MeterRegistry metrics) {
        Stream<Dependency> peers = config.peers().orElse(Set.of()).stream()
                .map(name -> new Peer(name, List.of(settings.getValue("viva.url." + name, URI[].class)), vertx));
        sightings = Stream.concat(servers.stream(), peers)
                .map(dependency -> new Sighting(dependency, QUESTION_LIMIT, System::nanoTime))
                .sorted(Comparator.comparing(Sighting::name))
                .toList();
        sightings.forEach(sighting -> measure(sighting, metrics));
        sightings.forEach(Sighting::look);
        vertx.setPeriodic(LOOK_EVERY.toMillis(), _ -> sightings.forEach(Sighting::look));
    }

    /** The value is that of the last look. */
    private static void measure(Sighting sighting, MeterRegistry metrics) {
        Gauge.builder("viva.reachable", sighting, Dependencies::look)
                .description("Whether a server or a service that this process works with is there")
                .tag("dependency", sighting.name())
                .register(metrics);
    }

    private static double look(Sighting sighting) {
        sighting.look();
        return sighting.isReachable() ? 1 : 0;
    }

    /** What is known of each; asks all of them anew, for the next look. */
    List<Sighting> look() {
        sightings.forEach(Sighting::look);
        return sightings;
    }
}
