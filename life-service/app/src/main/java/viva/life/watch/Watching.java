package viva.life.watch;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ShardId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.StateChangedV1;
import viva.contracts.message.TypingV1;
import viva.contracts.message.WatchedV1;
import viva.life.clock.World;
import viva.life.ownership.Loop;
import viva.life.resident.MindTable;
import viva.life.resident.Resident;
import viva.life.voice.OfflinePhrasing;
import viva.platform.messaging.Broker;
import viva.platform.messaging.LivePublisher;
import viva.platform.messaging.LiveSubscription;

/**
 * Which avatars somebody looks at, as the gateways say, and what those see. All of it is transient: a replica that starts knows
 * again within the 30 s in which the gateways repeat themselves. Safe for any thread.
 */
@Singleton
public class Watching {
    private static final Logger LOG = Logger.getLogger(Watching.class);

    /** Three times the gateway's interval. */
    private static final Duration MEMORY = Duration.ofSeconds(90);

    /** A watched avatar is shown no more often than this. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration CLEANING = Duration.ofSeconds(30);
    private static final int MOST_PER_SHARD = 10_000;

    private final World world;
    private final LivePublisher live;
    private final LiveSubscription subscription;
    private final Loop loop;
    private final ConcurrentMap<ShardId, ConcurrentMap<AvatarId, Watch>> watched = new ConcurrentHashMap<>();

    /** Of those that somebody looks at, so that their thoughts are in their own words. */
    private final ConcurrentMap<AvatarId, AvatarProfile> profiles = new ConcurrentHashMap<>();

    private final Pool pool;
    private final OfflinePhrasing voices;

    private record Watch(long untilNanos, long shownNanos) {}

    public Watching(World world, LivePublisher live, Broker broker, Pool pool, OfflinePhrasing voices, Vertx vertx) {
        this.voices = voices;
        this.pool = pool;
        this.world = world;
        this.live = live;
        this.loop = Loop.of(vertx);
        this.subscription = new LiveSubscription(broker.consuming(), this::receive, () -> {});
    }

    /** Begins to listen. */
    public void start() {
        subscription
                .start()
                .chain(() -> subscription.bind("live.watched.#"))
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("not listening yet: %s", failure.toString()));
        loop.after(CLEANING, this::clean);
    }

    /** Whether somebody looks at an avatar. */
    public boolean isWatched(AvatarId avatar) {
        ConcurrentMap<AvatarId, Watch> of = watched.get(ShardId.of(avatar));
        Watch watch = of == null ? null : of.get(avatar);
        return watch != null && System.nanoTime() - watch.untilNanos <= 0;
    }

    /** Shows every avatar of a shard that somebody looks at; {@code residents} answers null for one that is not there. */
    public void showAll(ShardId shard, Function<AvatarId, Resident> residents) {
        ConcurrentMap<AvatarId, Watch> of = watched.get(shard);
        if (of != null) {
            of.keySet().stream().map(residents).filter(Objects::nonNull).forEach(this::show);
        }
    }

    /** Shows how a resident is now, if somebody looks and it was not shown a moment ago. */
    public void show(Resident resident) {
        if (!resident.isErased() && mayShow(resident.id())) {
            try {
                live.publish(new StateChangedV1(
                        resident.id(), StateOfResident.now(resident, profiles.get(resident.id()), world, voices)));
            } catch (RuntimeException e) {
                LOG.errorf(e, "the state of %s cannot be shown", resident.id());
            }
        }
    }

    /** Shows that an avatar began to answer. */
    public void typing(AvatarId avatar) {
        live.publish(new TypingV1(avatar));
    }

    private boolean mayShow(AvatarId avatar) {
        ConcurrentMap<AvatarId, Watch> of = watched.get(ShardId.of(avatar));
        Watch watch = of == null ? null : of.get(avatar);
        long now = System.nanoTime();
        if (watch == null || now - watch.untilNanos > 0 || now - watch.shownNanos < PAUSE.toNanos()) {
            return false;
        }
        return of.replace(avatar, watch, new Watch(watch.untilNanos, now));
    }

    private void receive(CloudEvent<?> frame) {
        if (frame.data() instanceof WatchedV1(AvatarId avatar)) {
            ConcurrentMap<AvatarId, Watch> of =
                    watched.computeIfAbsent(ShardId.of(avatar), shard -> new ConcurrentHashMap<>());
            if (of.size() < MOST_PER_SHARD || of.containsKey(avatar)) {
                learn(avatar);
                long now = System.nanoTime();
                of.merge(
                        avatar,
                        new Watch(now + MEMORY.toNanos(), now - PAUSE.toNanos()),
                        (before, fresh) -> new Watch(fresh.untilNanos, before.shownNanos));
            }
        }
    }

    /** Said again every half minute, so a changed profile shows soon. */
    private void learn(AvatarId avatar) {
        MindTable.profiles(pool, ShardId.of(avatar), List.of(avatar))
                .subscribe()
                .with(profiles::putAll, failure -> LOG.debugf("the profile of %s is not known: %s", avatar, failure));
    }

    private void clean() {
        long now = System.nanoTime();
        profiles.keySet().removeIf(avatar -> !isWatched(avatar));
        watched.values().forEach(of -> of.values().removeIf(watch -> now - watch.untilNanos > 0));
        loop.after(CLEANING, this::clean);
    }

    void stop(@Observes ShutdownEvent event) {
        watched.clear();
    }
}
