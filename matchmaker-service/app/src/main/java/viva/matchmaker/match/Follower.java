package viva.matchmaker.match;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import viva.matchmaker.match.PgProfileLog.Horizon;
import viva.matchmaker.match.SharedIndex.Change;

/**
 * Keeps this process' index like the table: reads everybody at the start and then, again and again, what changed. Each replica
 * follows by itself, because the queue of avatar events is shared among them.
 */
@Singleton
public class Follower {
    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final double NANOS = 1e9;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final PgProfileLog log;
    private final SharedIndex index;
    private final MatchConfig config;
    private final SharedRuns looks = new SharedRuns(this::look);
    private final AtomicReference<Horizon> horizon = new AtomicReference<>();
    private volatile long followedNanos = System.nanoTime();
    private Cancellable following;

    Follower(PgProfileLog log, SharedIndex index, MatchConfig config, MeterRegistry metrics) {
        this.log = log;
        this.index = index;
        this.config = config;
        Gauge.builder("viva.matchmaker.behind", this, Follower::secondsBehind)
                .baseUnit("seconds")
                .description("age of the latest look at the profiles' table")
                .register(metrics);
    }

    private double secondsBehind() {
        return (System.nanoTime() - followedNanos) / NANOS;
    }

    void start(@Observes StartupEvent event) {
        Multi<Void> changes = Multi.createFrom()
                .ticks()
                .every(config.followInterval())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(_ -> follow());
        following = load().invoke(_ -> looks.start())
                .onItem()
                .transformToMulti(_ -> changes)
                .subscribe()
                .with(_ -> {}, failure -> LOG.error("stopped to follow the profiles", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        following.cancel();
    }

    /** Whether everybody was read once. */
    public boolean isComplete() {
        return horizon.get() != null;
    }

    /** Ends when the index has everything that was committed before the subscription; fails when the table cannot be read. */
    public Uni<Void> catchUp() {
        return looks.request();
    }

    private Uni<Integer> load() {
        return log.horizon()
                .call(before -> loadAfter(BEFORE_ALL).invoke(() -> horizon.set(before)))
                .onFailure()
                .invoke(failure -> LOG.warnf("cannot read the profiles yet: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(config.followInterval(), LONGEST_PAUSE)
                .indefinitely()
                .map(_ -> index.size())
                .invoke(size -> LOG.infof("%d avatars can be matched", size));
    }

    private Uni<Void> loadAfter(UUID id) {
        return log.livingAfter(id, config.loadPage())
                .chain(page -> index.apply(page)
                        .chain(() -> page.size() < config.loadPage()
                                ? Uni.createFrom().voidItem()
                                : loadAfter(lastOf(page))));
    }

    private Uni<Void> follow() {
        return looks.request()
                .onFailure()
                .invoke(failure -> LOG.warnf("cannot follow the profiles for now: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** The table may be silent, the index is not: what it was given it takes over, and in this order. */
    private Uni<Void> look() {
        return inTime(log.horizon())
                .chain(next ->
                        inTime(log.since(horizon.get())).chain(index::apply).invoke(() -> followed(next)));
    }

    private <T> Uni<T> inTime(Uni<T> read) {
        return read.ifNoItem()
                .after(config.lookLimit())
                .failWith(() -> new TimeoutException("no answer in " + config.lookLimit()));
    }

    private void followed(Horizon next) {
        horizon.set(next);
        followedNanos = System.nanoTime();
    }

    private static UUID lastOf(List<Change> page) {
        return switch (page.getLast()) {
            case Change.Came came -> came.person().id().value();
            case Change.Left left -> left.id().value();
        };
    }
}
