package viva.avatar.forgetting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import viva.avatar.forgetting.PgForgetting.Faded;
import viva.avatar.memory.Retrievability;
import viva.avatar.recall.Moment;
import viva.avatar.remembering.MemoryConfig;
import viva.avatar.remembering.WorldTimes;
import viva.contracts.MessageId;
import viva.contracts.message.MemoryFadedV1;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.outbox.Outbox;
import viva.platform.service.jobs.ScheduledJobs;

/**
 * Forgets memories whose retrievability has fallen below the threshold; never pinned ones, nor current facts about the owner. Run again as of the same moment it changes
 * nothing, and only one replica is at it. Events tell of those with the owner, of milestones and of what was important; the rest fades silently.
 */
@Startup
@Singleton
class Forgetting {
    private static final Logger LOG = Logger.getLogger(Forgetting.class);

    /** About 20,000 memories; a transaction over them takes a fraction of a second. */
    private static final long BLOCKS_AT_ONCE = 2_000;

    private static final double WORTH_TELLING = .5;

    private final Pool pool;
    private final Outbox outbox;
    private final MessageFactory messages;
    private final WorldTimes world;
    private final MemoryConfig config;
    private final ScheduledJobs jobs;
    private final Counter forgotten;
    private final Clock clock = Clock.systemUTC();

    Forgetting(
            Pool pool,
            Outbox outbox,
            MessageFactory messages,
            WorldTimes world,
            MemoryConfig config,
            ScheduledJobs jobs,
            MeterRegistry metrics) {
        this.pool = pool;
        this.outbox = outbox;
        this.messages = messages;
        this.world = world;
        this.config = config;
        this.jobs = jobs;
        this.forgotten = Counter.builder("viva.memory.forgotten")
                .description("memories that faded")
                .register(metrics);
    }

    @Scheduled(
            every = "${viva.memory.forget-every:1h}",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return jobs.run(() -> PgForgetting.tidy(pool)
                        .chain(() -> forget(new Moment(clock.instant(), world.now())))
                        .replaceWithVoid())
                .onFailure()
                .invoke(failure -> LOG.warnf("forgetting waits for the next run: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Forgets what has faded at a moment; how many memories. */
    Uni<Long> forget(Moment asOf) {
        AtomicLong next = new AtomicLong();
        AtomicLong count = new AtomicLong();
        return PgForgetting.blocks(pool)
                .chain(blocks -> jobs.repeat(() -> step(asOf, next.get())
                        .invoke(faded -> count.addAndGet(faded))
                        .map(_ -> next.addAndGet(BLOCKS_AT_ONCE) < blocks)))
                .map(_ -> count.get());
    }

    private Uni<Integer> step(Moment asOf, long block) {
        double days = Retrievability.daysUntil(config.curve(), config.fadedBelow());
        return pool.withTransaction(tx -> PgForgetting.alone(tx)
                        .chain(alone -> alone
                                ? PgForgetting.forget(tx, asOf, days, block, block + BLOCKS_AT_ONCE)
                                : Uni.createFrom().item(List.<Faded>of()))
                        .call(faded -> outbox.append(tx, told(faded))))
                .invoke(outbox::committed)
                .map(List::size)
                .invoke(count -> forgotten.increment(count));
    }

    private List<Outgoing> told(List<Faded> faded) {
        return faded.stream()
                .filter(one -> one.withOwner() || one.gistKept() || one.importance() >= WORTH_TELLING)
                .map(one -> Outgoing.event(messages.first(new MemoryFadedV1(
                        one.avatar(), one.owner(), new MessageId(one.id()), one.kind(), one.gistKept()))))
                .toList();
    }
}
