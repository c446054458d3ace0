package viva.platform.health;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Down only while a server is away without which nothing can be answered. Whatever else is away is data: what is away for one
 * replica is away for all, and were they not ready, nobody would get even the answers that need none of it.
 */
@Readiness
@Singleton
class ReadinessProbe implements HealthCheck {
    private final Dependencies dependencies;
    private final List<HealthNotes> waiting;
    private final Set<String> needed;

    ReadinessProbe(Dependencies dependencies, @All List<HealthNotes> waiting, HealthConfig config) {
        this.dependencies = dependencies;
        this.waiting = waiting;
        this.needed = config.needed().orElse(Set.of());
    }

    @Override
    public HealthCheckResponse call() {
        List<Sighting> all = dependencies.look();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("reachable")
                .status(all.stream().allMatch(one -> one.isReachable() || !needed.contains(one.name())));
        all.forEach(one -> answer.withData(one.name(), one.isReachable()));
        waiting.forEach(one -> one.notes().forEach(answer::withData));
        return answer.build();
    }
}
