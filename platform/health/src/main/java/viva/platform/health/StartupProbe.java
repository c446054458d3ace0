package viva.platform.health;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Startup;

/** Up as soon as every server was reached once, and from then on: later outages are no reason to start again. */
@Startup
@Singleton
class StartupProbe implements HealthCheck {
    private final Dependencies dependencies;

    StartupProbe(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public HealthCheckResponse call() {
        List<Sighting> servers =
                dependencies.look().stream().filter(Sighting::isServer).toList();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("reached once")
                .status(servers.stream().allMatch(Sighting::wasReachedOnce));
        servers.forEach(server -> answer.withData(server.name(), server.wasReachedOnce()));
        return answer.build();
    }
}
