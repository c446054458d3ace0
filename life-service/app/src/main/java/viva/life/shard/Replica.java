package viva.life.shard;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import viva.life.clock.World;
import viva.life.command.Decisions;
import viva.life.command.LifeRules;
import viva.life.encounter.CompanyConfig;
import viva.life.encounter.Passersby;
import viva.life.history.HistoryConfig;
import viva.life.outreach.ReachConfig;
import viva.life.ownership.FencedTransaction;
import viva.life.ownership.Lease;
import viva.life.ownership.Ownership;
import viva.life.ownership.OwnershipConfig;
import viva.life.ownership.ReplicaId;
import viva.life.ownertalk.AnswerCircuit;
import viva.life.ownertalk.ConversationConfig;
import viva.life.ownertalk.OfflineOwnerWords;
import viva.life.reading.PromptReader;
import viva.life.recall.PromptRecall;
import viva.life.voice.OfflinePhrasing;
import viva.life.watch.Watching;
import viva.platform.messaging.Broker;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.MessageTraces;
import viva.platform.outbox.Inbox;
import viva.platform.outbox.Outbox;

/** This process: it learns the world's time, then owns shards and lives them until it is stopped. */
@Singleton
class Replica {
    private static final Logger LOG = Logger.getLogger(Replica.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(8);
    private static final int BEFORE_EVERYBODY_ELSE = 1;
    private static final double MILLIS = 1_000;

    private final World world;
    private final Watching watching;
    private final Shards shards;
    private final Ownership ownership;

    Replica(
            Pool pool,
            @ReactiveDataSource("pulse") Pool pulsePool,
            Inbox inbox,
            Outbox outbox,
            Broker broker,
            MessageFactory messages,
            MessageTraces traces,
            World world,
            Watching watching,
            OfflinePhrasing phrasing,
            OfflineOwnerWords ownerWords,
            PromptReader reader,
            PromptRecall recall,
            OwnershipConfig ownershipConfig,
            ShardConfig shardConfig,
            ConversationConfig conversationConfig,
            HistoryConfig historyConfig,
            CompanyConfig companyConfig,
            ReachConfig reachConfig,
            ShardMetrics metrics,
            MeterRegistry registry,
            Vertx vertx) {
        this.world = world;
        this.watching = watching;
        Passersby passersby = new Passersby(bound -> ThreadLocalRandom.current().nextInt(bound));
        AtomicReference<Ownership> owner = new AtomicReference<>();
        AnswerCircuit circuit =
                new AnswerCircuit(conversationConfig.missedDeadlines(), conversationConfig.probeEvery());
        LifeRules rules = new LifeRules(
                conversationConfig.rules(), conversationConfig.chats(), companyConfig.rules(), reachConfig.rules());
        registry.gauge("viva.life.llm.away", circuit, it -> it.isOpen() ? 1 : 0);
        shards = new Shards(new ShardContext(
                pool,
                new FencedTransaction(pool, ownershipConfig.idleLimit()),
                inbox,
                outbox,
                broker,
                world,
                new Decisions(rules, phrasing, ownerWords, Postings.envelopes(messages)),
                new ReplicaCompany(watching, passersby, circuit),
                circuit,
                watching,
                passersby,
                new Pace(),
                reader,
                recall,
                new AsyncSemaphore(shardConfig.readAtOnce()),
                new AsyncSemaphore(shardConfig.checkpointsAtOnce()),
                shardConfig,
                historyConfig,
                metrics,
                traces,
                vertx,
                (Lease lease) -> owner.get().fenced(lease)));
        ownership = new Ownership(
                new ReplicaId(UuidCreator.getTimeOrderedEpoch()), pulsePool, shards, ownershipConfig, vertx);
        owner.set(ownership);
        registry.gauge("viva.life.shards", ownership, Ownership::owned);
        Gauge.builder("viva.world.time", world, it -> it.isKnown() ? it.now().millis() / MILLIS : Double.NaN)
                .description("the world's time since 1970")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("viva.world.scale", world, Replica::scale)
                .description("world time per real time; 0 while the world is paused")
                .register(registry);
    }

    private static double scale(World world) {
        if (!world.isKnown()) {
            return Double.NaN;
        }
        return world.clock().running() ? world.clock().scale() : 0;
    }

    /** How many shards this process owns right now. */
    int owned() {
        return ownership.owned();
    }

    void start(@Observes StartupEvent event) {
        watching.start();
        world.onChange(shards::rescheduleAll);
        world.start()
                .subscribe()
                .with(done -> ownership.start(), failure -> LOG.error("the world does not begin", failure));
    }

    /** Gives every shard away before anything else stops; what cannot be drained in time is taken over when the lease runs out. */
    void stop(@Observes @Priority(BEFORE_EVERYBODY_ELSE) ShutdownEvent event) {
        try {
            ownership.stop().await().atMost(STOP_LIMIT);
        } catch (RuntimeException e) {
            LOG.warnf("the shards were not handed over: %s", e.toString());
        }
    }
}
