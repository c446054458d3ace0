package viva.platform.health;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What is known of one dependency. A look asks it anew and does not wait, so that a probe answers at once whatever hangs; one
 * question is under way at a time, so that questions do not pile up at a server that is frozen. Safe for any thread.
 */
final class Sighting {
    /** How long an answer may take: no request would have waited that long for a crowded pool, or for the server. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Dependency dependency;
    private final Duration limit;
    private final LongSupplier nanoTime;
    private Long askedAt;
    private boolean reachable;
    private boolean reachedOnce;

    /**
     * Nothing is known yet.
     *
     * @param limit when a question is given up: its connection may be one that the network has forgotten
     * @param nanoTime a clock as {@link System#nanoTime()}
     */
    Sighting(Dependency dependency, Duration limit, LongSupplier nanoTime) {
        this.dependency = dependency;
        this.limit = limit;
        this.nanoTime = nanoTime;
    }

    String name() {
        return dependency.name();
    }

    boolean isServer() {
        return dependency.kind() == Dependency.Kind.SERVER;
    }

    /** Whether its last answer was one, and none has been missing for too long since. */
    synchronized boolean isReachable() {
        return reachable;
    }

    synchronized boolean wasReachedOnce() {
        return reachedOnce;
    }

    void look() {
        if (mayAsk()) {
            var _ = Uni.createFrom()
                    .deferred(dependency::probe)
                    .ifNoItem()
                    .after(limit)
                    .fail()
                    .subscribe()
                    .with(_ -> answered(true), _ -> answered(false));
        }
    }

    private synchronized boolean mayAsk() {
        long now = nanoTime.getAsLong();
        if (askedAt == null) {
            askedAt = now;
            return true;
        }
        if (now - askedAt > PATIENCE.toNanos()) {
            reachable = false;
        }
        return false;
    }

    private synchronized void answered(boolean there) {
        reachable = there;
        reachedOnce |= there;
        askedAt = null;
    }
}
