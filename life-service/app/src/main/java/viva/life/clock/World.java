package viva.life.clock;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import viva.contracts.WorldTime;
import viva.life.decision.Now;
import viva.life.mind.LifeParameters;
import viva.life.mind.Lives;
import viva.life.ownership.Loop;
import viva.life.world.WorldClock;
import viva.platform.messaging.MessageFactory;
import viva.platform.outbox.Outbox;

/**
 * What time it is, for every replica alike: real time is the database's, carried on between two looks by this machine's monotonic
 * clock, so that replicas with different wall clocks live in one world. Safe for any thread.
 */
@Singleton
public class World {
    private static final Logger LOG = Logger.getLogger(World.class);

    private final ClockTable table;
    private final WorldConfig config;
    private final Loop loop;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Anchored current;
    private volatile Lives lives;
    private volatile boolean stopped;
    private final CompletableFuture<Void> beginning = new CompletableFuture<>();
    private final Uni<Void> begun = Uni.createFrom().completionStage(beginning);

    private record Anchored(ClockTable.Reading reading, long nanos) {}

    public World(Pool pool, Outbox outbox, MessageFactory messages, WorldConfig config, Vertx vertx) {
        this.table = new ClockTable(pool, outbox, messages);
        this.config = config;
        this.loop = Loop.of(vertx);
    }

    /** Creates or finds the world's clock and follows it from then on; completes when the time is known. */
    public Uni<Void> start() {
        long seed = config.seed().orElseGet(() -> new SecureRandom().nextLong());
        WorldTime start = new WorldTime(config.start().toEpochMilli());
        return loop.run(table.createOrRead(seed, start, config.scale()))
                .onFailure()
                .invoke(failure -> LOG.warnf("the world clock cannot be read yet: %s", failure.toString()))
                .onFailure()
                .retry()
                .withBackOff(config.poll())
                .indefinitely()
                .invoke(this::follow)
                .invoke(() -> loop.execute(this::poll))
                .replaceWithVoid();
    }

    /** Whether the time is known yet. */
    public boolean isKnown() {
        return current != null;
    }

    /** Completes as soon as the time is known. */
    public Uni<Void> known() {
        return begun;
    }

    /** Calls {@code listener}, on no particular thread, each time the clock was paused or resumed. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public WorldClock clock() {
        return current.reading.clock();
    }

    /** How minds live in this world: its constants and its seed of all chance. */
    public Lives lives() {
        return lives;
    }

    /** Real time by the database's clock. */
    public Instant realNow() {
        Anchored anchored = current;
        return anchored.reading.now().plusNanos(System.nanoTime() - anchored.nanos);
    }

    public WorldTime now() {
        return clock().worldTimeAt(realNow());
    }

    /** The moment, as decisions see it. */
    public Now moment(Now.Company company) {
        return Now.of(realNow(), clock(), lives, company);
    }

    /** The world's time at a real instant, were the clock always as it is now. */
    public WorldTime at(Instant real) {
        return clock().worldTimeAt(real);
    }

    /** Real time from now until {@code world}, zero when it is past; empty while the world is paused before it. */
    public Optional<Duration> until(WorldTime world) {
        Instant now = realNow();
        return clock().realTimeAt(world).map(real -> real.isBefore(now) ? Duration.ZERO : Duration.between(now, real));
    }

    /** World time stands still from now on; for every replica within {@link WorldConfig#poll()}. */
    public Uni<WorldClock> pause() {
        return change(WorldClock::pause);
    }

    /** World time goes on. */
    public Uni<WorldClock> resume() {
        return change(WorldClock::resume);
    }

    private Uni<WorldClock> change(BiFunction<WorldClock, Instant, WorldClock> change) {
        return table.change(change).invoke(this::follow).map(ClockTable.Reading::clock);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void poll() {
        if (stopped) {
            return;
        }
        loop.run(table.read(), config.poll().multipliedBy(4))
                .subscribe()
                .with(
                        reading -> {
                            follow(reading);
                            loop.after(config.poll(), this::poll);
                        },
                        failure -> {
                            LOG.debugf("the world clock cannot be read: %s", failure.toString());
                            loop.after(config.poll(), this::poll);
                        });
    }

    private void follow(ClockTable.Reading reading) {
        Anchored before = current;
        if (before != null && reading.clock().version() < before.reading.clock().version()) {
            return;
        }
        if (before == null) {
            lives = new Lives(LifeParameters.DEFAULT, reading.seed());
        }
        current = new Anchored(reading, System.nanoTime());
        beginning.complete(null);
        if (before != null && !before.reading.clock().equals(reading.clock())) {
            LOG.infof("the world clock is %s", reading.clock().running() ? "running" : "paused");
            listeners.forEach(Runnable::run);
        }
    }
}
