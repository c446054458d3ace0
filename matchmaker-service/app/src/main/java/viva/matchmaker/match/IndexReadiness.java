package viva.matchmaker.match;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once everybody is in the index: before, matches would be missing. */
@Singleton
@Readiness
class IndexReadiness implements HealthCheck {
    private final Follower follower;
    private final SharedIndex index;

    IndexReadiness(Follower follower, SharedIndex index) {
        this.follower = follower;
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("index")
                .status(follower.isComplete())
                .withData("avatars", index.size())
                .build();
    }
}
