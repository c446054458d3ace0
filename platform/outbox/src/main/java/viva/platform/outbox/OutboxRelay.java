package viva.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import viva.platform.health.HealthNotes;
import viva.platform.messaging.ConfirmedPublisher;
import viva.platform.messaging.NotConfirmed;
import viva.platform.outbox.OutboxTable.OutboxRow;

/**
 * Publishes the rows of the outbox in order and deletes them when the broker has confirmed them. One replica of a service relays at a time, by a
 * lease, so that the order holds across replicas. It keeps the lease until nothing was announced for {@link OutboxConfig#poll()}, or, where others publish too,
 * for one round. What was confirmed is deleted as the next rows are read, or as the lease is left. A destination (an exchange and a routing key without the avatar) that refuses messages or does
 * not answer rests while all others go on in order; a round waits for answers no longer than {@link OutboxConfig#roundLimit()}. All of its state
 * belongs to its context's thread.
 *
 * <p>The limit of that order: messages to one destination are published together, up to a batch of them, before the first has its answer. When the
 * broker refuses one and accepts a later one, the refused one is delivered behind it, as it is published again after that. With the queues of the topology
 * that takes a queue that stops being full just between the two: ADR 26, Order.
 */
@Singleton
class OutboxRelay implements HealthNotes {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** The first pause before a lease that another replica holds is asked for again; each is twice as long as the one before, up to {@link OutboxConfig#poll()}. */
    private static final long FIRST_PAUSE_MILLIS = 20;

    /** For so long a replica takes into account that another one publishes, too. */
    private static final Duration SHARED = Duration.ofMinutes(10);

    private final OutboxTable table;
    private final OutboxLease lease;
    private final ConfirmedPublisher publisher;
    private final OutboxConfig config;
    private final Vertx vertx;
    private final Context context;
    private final Counter published;
    private final Destinations destinations = new Destinations();
    private final Set<Long> confirmed = new HashSet<>();
    private volatile Map<String, String> refusing = Map.of();
    private boolean running;
    private boolean awake;
    private boolean failing;
    private boolean unannounced;
    private OptionalLong sharedUntilNanos = OptionalLong.empty();
    private long pauseMillis = FIRST_PAUSE_MILLIS;
    private long timer = -1;
    private volatile boolean stopped;

    OutboxRelay(Pool pool, ConfirmedPublisher publisher, OutboxConfig config, Vertx vertx, MeterRegistry metrics) {
        this.table = new OutboxTable(pool);
        this.lease = new OutboxLease(pool, UUID.randomUUID(), config.lease(), System::nanoTime);
        this.publisher = publisher;
        this.config = config;
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        this.published = metrics.counter("viva.outbox.published");
        Gauge.builder("viva.outbox.refusing", this, relay -> relay.refusing.size())
                .description("destinations that take no messages right now")
                .register(metrics);
    }

    /** Messages that were published together, until all have an answer or the round's time is over. */
    private static final class Round {
        private int sent;
        private int open;
        private boolean over;
        private Throwable away;
    }

    void start(@Observes StartupEvent event) {
        wake();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        context.runOnContext(ignored -> leave().subscribe().with(done -> {}, failure -> {}));
    }

    /** Looks for rows now, or once more if it is looking already. May be called from any thread. */
    void wake() {
        context.runOnContext(ignored -> {
            awake = true;
            pauseMillis = FIRST_PAUSE_MILLIS;
            if (!failing) {
                round();
            }
        });
    }

    @Override
    public Map<String, String> notes() {
        Map<String, String> notes = new TreeMap<>();
        refusing.forEach((destination, why) -> notes.put("outbox " + destination, "waits: " + why));
        return notes;
    }

    private void later(long millis, Runnable what) {
        timer = vertx.setTimer(Math.max(1, millis), ignored -> what.run());
    }

    private <T> void then(Uni<T> work, Consumer<T> next) {
        work.subscribe()
                .with(
                        item -> context.runOnContext(ignored -> next.accept(item)),
                        failure -> context.runOnContext(ignored -> failed(failure)));
    }

    /** Nothing was announced for a while: the lease is left to the others, unless a destination is to be tried again. */
    private void poll() {
        if (running || stopped) {
            return;
        }
        if (lease.isHeld() && destinations.held().isEmpty()) {
            running = true;
            then(leave(), this::left);
        } else {
            round();
        }
    }

    private void round() {
        if (running || stopped) {
            return;
        }
        vertx.cancelTimer(timer);
        running = true;
        awake = false;
        then(lease.claim(), claim -> {
            switch (claim) {
                case HELD -> {
                    pauseMillis = FIRST_PAUSE_MILLIS;
                    read();
                }
                case ANOTHERS -> {
                    running = false;
                    shared();
                    later(pauseMillis, this::round);
                    pauseMillis = Math.min(2 * pauseMillis, config.poll().toMillis());
                }
                case NOT_NEEDED -> {
                    confirmed.clear();
                    publish(new Rows(destinations.due(System.nanoTime()), List.of(), List.of()));
                }
            }
        });
    }

    /** Deletes what is confirmed, and reads on. */
    private void read() {
        List<Long> ids = List.copyOf(confirmed);
        List<String> due = destinations.due(System.nanoTime());
        Set<String> held = destinations.held();
        then(
                table.next(ids, config.batch(), held)
                        .chain(batch -> table.first(due).map(tries -> new Rows(due, tries, batch))),
                rows -> {
                    ids.forEach(confirmed::remove);
                    publish(rows);
                });
    }

    /** What one round publishes: the first message of each destination whose rest is over, and what comes next of all others. */
    private record Rows(List<String> due, List<OutboxRow> tries, List<OutboxRow> batch) {}

    private void publish(Rows rows) {
        rows.due().stream()
                .filter(place ->
                        rows.tries().stream().noneMatch(row -> row.destination().equals(place)))
                .forEach(destinations::empty);
        rows.tries().stream().filter(this::mayBeSent).forEach(row -> send(row, failure -> late()));
        Round round = new Round();
        for (OutboxRow row : rows.batch()) {
            if (mayBeSent(row)) {
                round.sent++;
                round.open++;
                send(row, failure -> answered(round, failure));
            }
        }
        if (round.open == 0) {
            finish(round);
        } else {
            later(config.roundLimit().toMillis(), () -> finish(round));
        }
    }

    private boolean mayBeSent(OutboxRow row) {
        return lease.isHeld() && !confirmed.contains(row.id());
    }

    private void send(OutboxRow row, Consumer<Throwable> then) {
        destinations.sent(row.destination());
        publisher
                .publish(row.message())
                .subscribe()
                .with(
                        done -> context.runOnContext(ignored -> settle(row, null, then)),
                        failure -> context.runOnContext(ignored -> settle(row, failure, then)));
    }

    private void settle(OutboxRow row, Throwable failure, Consumer<Throwable> then) {
        long now = System.nanoTime();
        switch (failure) {
            case null -> {
                confirmed.add(row.id());
                published.increment();
                destinations.confirmed(row.destination());
            }
            case NotConfirmed.Refused _, NotConfirmed.Unanswered _ -> {
                if (destinations.refused(row.destination(), failure.getMessage(), now)) {
                    LOG.warnf("%s takes no messages: %s", row.destination(), failure.getMessage());
                }
            }
            default -> destinations.unsent(row.destination(), now);
        }
        refusing = destinations.refusing();
        then.accept(failure);
    }

    private void answered(Round round, Throwable failure) {
        if (failure instanceof NotConfirmed.Away) {
            round.away = failure;
        }
        round.open--;
        if (round.over) {
            late();
        } else if (round.open == 0) {
            finish(round);
        }
    }

    /** An answer that no round waited for: its row can be deleted, or its destination takes messages again. */
    private void late() {
        awake = true;
        if (!failing) {
            round();
        }
    }

    private void finish(Round round) {
        if (round.over) {
            return;
        }
        round.over = true;
        vertx.cancelTimer(timer);
        if (round.away != null) {
            failed(round.away);
        } else {
            done(round);
        }
    }

    private void done(Round round) {
        recovered();
        if (unannounced && round.sent > 0 && !awake) {
            shared();
        }
        unannounced = false;
        if (stopped || (isShared() && !awake)) {
            then(leave(), this::left);
            return;
        }
        running = false;
        if (awake || round.sent >= config.batch()) {
            round();
        } else {
            rest();
        }
    }

    /** Deletes what is confirmed, and releases the lease. */
    private Uni<Boolean> leave() {
        List<Long> ids = List.copyOf(confirmed);
        return lease.release(ids).invoke(() -> context.runOnContext(ignored -> ids.forEach(confirmed::remove)));
    }

    /** @param waiting whether messages wait that this replica may not have announced */
    private void left(boolean waiting) {
        running = false;
        if (awake || (waiting && destinations.held().isEmpty())) {
            unannounced = !awake;
            round();
        } else {
            rest();
        }
    }

    private void rest() {
        if (!stopped) {
            boolean idle = !lease.isHeld()
                    && confirmed.isEmpty()
                    && destinations.held().isEmpty();
            later((idle ? config.lease() : config.poll()).toMillis(), this::poll);
        }
    }

    /** Another replica publishes, too: for some time the lease is left to it after every round, so that no message of it waits. */
    private void shared() {
        sharedUntilNanos = OptionalLong.of(System.nanoTime() + SHARED.toNanos());
    }

    private boolean isShared() {
        return sharedUntilNanos.isPresent() && sharedUntilNanos.getAsLong() - System.nanoTime() > 0;
    }

    private void recovered() {
        if (failing) {
            LOG.info("the outbox is being emptied again");
            failing = false;
        }
    }

    /** A replica whose link to the broker or the database is down leaves the lease to those whose links are up. */
    private void failed(Throwable failure) {
        running = false;
        unannounced = false;
        leave().subscribe().with(done -> {}, gone -> LOG.debugf("not released: %s", gone));
        if (stopped) {
            return;
        }
        if (!failing) {
            LOG.warnf("the outbox waits: %s", failure.getMessage());
            failing = true;
        }
        later(config.retryDelay().toMillis(), this::round);
    }
}
