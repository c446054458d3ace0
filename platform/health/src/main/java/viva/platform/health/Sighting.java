package viva.platform.health;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * What is known of one dependency. A look asks it anew and does not wait, so that a probe answers at once whatever hangs; one
 * question is under way at a time, so that questions do not pile up at a server that is frozen. Safe for any thread.
 */
final class Sighting {
    /** How long an answer may take; a request that needs the server would not have waited longer. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Dependency dependency;
    private final LongSupplier nanoTime;
    private final AtomicReference<Long> askedAt = new AtomicReference<>();
    private volatile boolean reachable;
    private volatile boolean reachedOnce;

    /** @param nanoTime a clock as {@link System#nanoTime()} */
    Sighting(Dependency dependency, LongSupplier nanoTime) {
        this.dependency = dependency;
        this.nanoTime = nanoTime;
    }

    String name() {
        return dependency.name();
    }

    boolean isServer() {
        return dependency.kind() == Dependency.Kind.SERVER;
    }

    /** Whether its last answer was one and did not take too long. */
    boolean isReachable() {
        return reachable;
    }

    boolean wasReachedOnce() {
        return reachedOnce;
    }

    void look() {
        long now = nanoTime.getAsLong();
        Long waitingSince = askedAt.compareAndExchange(null, now);
        if (waitingSince == null) {
            var _ = Uni.createFrom()
                    .deferred(dependency::probe)
                    .subscribe()
                    .with(_ -> answered(true), _ -> answered(false));
        } else if (now - waitingSince > PATIENCE.toNanos()) {
            reachable = false;
        }
    }

    private void answered(boolean there) {
        reachable = there;
        if (there) {
            reachedOnce = true;
        }
        askedAt.set(null);
    }
}
