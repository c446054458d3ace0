package viva.gateway.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import viva.contracts.AccountId;
import viva.contracts.Json;
import viva.contracts.message.WorldClockV1;
import viva.gateway.backend.Asker;
import viva.gateway.backend.Lives;
import viva.gateway.phoenix.Outlet;
import viva.gateway.phoenix.Push;
import viva.gateway.timeline.Cursor;
import viva.gateway.timeline.Entry;
import viva.gateway.timeline.Timeline;
import viva.platform.messaging.Broker;
import viva.platform.messaging.LiveSubscription;
import viva.platform.service.problem.Rejected;

/**
 * The world's clock as this gateway knows it, and who looks at it. It is told of changes by the timeline of the world; whoever
 * joins makes it ask the life service, so a change that got lost is noticed.
 */
@Singleton
class WorldClock {
    private static final Logger LOG = Logger.getLogger(WorldClock.class);
    private static final ObjectMapper JSON = Json.mapper();
    private static final long SECOND_MILLIS = 1_000;

    /** The position of what is on no timeline: a client that resumes there has seen nothing. */
    private static final long NOT_ON_A_TIMELINE = 0;

    private final AtomicReference<ClockReading> latest = new AtomicReference<>();
    private final Set<Outlet> watchers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ticking = new AtomicBoolean();
    private final Clock clock = Clock.systemUTC();
    private final Lives lives;
    private final Timeline timeline;
    private final LiveSubscription changes;
    private final Vertx vertx;

    WorldClock(Lives lives, Timeline timeline, Broker broker, Vertx vertx) {
        this.lives = lives;
        this.timeline = timeline;
        this.vertx = vertx;
        this.changes = new LiveSubscription(broker.consuming(), hint -> readTimeline(), this::readTimeline);
    }

    void start(@Observes StartupEvent event) {
        changes.bind("live.timeline." + WorldClockV1.WORLD)
                .chain(changes::start)
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("the broker is away: %s", failure.getMessage()));
    }

    /** What the clock shows now; empty when the life service never said. */
    Optional<ObjectNode> now() {
        return Optional.ofNullable(latest.get()).map(reading -> reading.told(clock.instant()));
    }

    /** Asks the life service on behalf of an account; what is known stays when it does not answer, or without a clock. */
    Uni<Void> ask(AccountId account) {
        return lives.world(Asker.owner(account))
                .onFailure(Rejected.class)
                .recoverWithNull()
                .map(WorldClock::reading)
                .invoke(reading -> reading.ifPresent(this::learn))
                .replaceWithVoid();
    }

    /** Of an answer, which is null where there was none; empty when it tells no clock. */
    private static Optional<ClockReading> reading(JsonNode answer) {
        try {
            return Optional.ofNullable(JSON.convertValue(answer, ClockReading.class));
        } catch (IllegalArgumentException notAClock) {
            LOG.warn("an answer of the life service is no clock");
            return Optional.empty();
        }
    }

    void watch(Outlet outlet) {
        watchers.add(outlet);
        tickLater();
    }

    void unwatch(Outlet outlet) {
        watchers.remove(outlet);
    }

    private void readTimeline() {
        timeline.latest(WorldClockV1.WORLD, 0, Long.MAX_VALUE, 1)
                .subscribe()
                .with(
                        entries -> entries.forEach(this::learn),
                        failure -> LOG.warnf("the world's timeline cannot be read: %s", failure.getMessage()));
    }

    private void learn(Entry entry) {
        if (entry.event() instanceof WorldClockV1 said) {
            learn(new ClockReading(said.worldTime(), said.since(), said.scale(), said.running(), said.version()));
        }
    }

    private void learn(ClockReading reading) {
        ClockReading before = latest.getAndAccumulate(
                reading, (known, said) -> known == null || said.version() > known.version() ? said : known);
        if (before != null && reading.version() > before.version()) {
            tell();
        }
        tickLater();
    }

    private void tell() {
        now().ifPresent(shown -> {
            shown.put("event_id", new Cursor(NOT_ON_A_TIMELINE, UuidCreator.getTimeOrderedEpoch()).toString());
            Push push = Push.of(WorldChannels.CLOCK, "time_update", shown);
            watchers.forEach(watcher -> watcher.push(push));
        });
    }

    /** One timer at a time, and none while the world stands still or nobody looks. */
    private void tickLater() {
        ClockReading reading = latest.get();
        if (reading == null || !reading.running() || watchers.isEmpty() || !ticking.compareAndSet(false, true)) {
            return;
        }
        long millis = reading.untilNextMinute(clock.instant()).toMillis();
        vertx.setTimer(Math.max(SECOND_MILLIS, millis), due -> {
            ticking.set(false);
            tell();
            tickLater();
        });
    }
}
