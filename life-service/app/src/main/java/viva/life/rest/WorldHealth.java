package viva.life.rest;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import viva.life.clock.World;

/** Ready when the world's time is known. */
@Readiness
@Singleton
class WorldHealth implements HealthCheck {
    private final World world;

    WorldHealth(World world) {
        this.world = world;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("world").status(world.isKnown()).build();
    }
}
