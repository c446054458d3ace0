package viva.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import viva.platform.messaging.ConfirmedPublisher;
import viva.platform.messaging.Outgoing;

/**
 * Publishes the rows of the outbox in order and deletes them when the broker has confirmed them. One replica of a service relays
 * at a time (an advisory lock for the length of a batch), so that the order holds across replicas. The deletion does not wait for
 * the disk: a crash that forgets it only says things twice, and consumers ignore what they know.
 */
@Singleton
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext(current_schema() || '.outbox')), "
            + "set_config('synchronous_commit', 'off', true)";
    private static final String READ =
            "select id, message_id::text, exchange, routing_key, body, expires_at from outbox order by id limit $1";
    private static final String DELETE = "delete from outbox where id = any($1)";
    private static final int SOMEBODY_ELSE = -1;
    private static final long SOMEBODY_ELSE_MILLIS = 20;

    private final Pool pool;
    private final ConfirmedPublisher publisher;
    private final OutboxConfig config;
    private final Vertx vertx;
    private final Context context;
    private final Counter published;
    private boolean running;
    private boolean awake;
    private boolean failing;
    private long timer = -1;
    private volatile boolean stopped;

    OutboxRelay(Pool pool, ConfirmedPublisher publisher, OutboxConfig config, Vertx vertx, MeterRegistry metrics) {
        this.pool = pool;
        this.publisher = publisher;
        this.config = config;
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        this.published = metrics.counter("viva.outbox.published");
    }

    void start(@Observes StartupEvent event) {
        wake();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Looks for rows now, or once more if it is looking already. May be called from any thread. */
    void wake() {
        context.runOnContext(ignored -> {
            awake = true;
            if (!failing) {
                round();
            }
        });
    }

    private void round() {
        if (running || stopped) {
            return;
        }
        vertx.cancelTimer(timer);
        running = true;
        awake = false;
        relayBatch()
                .subscribe()
                .with(
                        count -> context.runOnContext(ignored -> done(count)),
                        failure -> context.runOnContext(ignored -> failed(failure)));
    }

    private void done(int count) {
        running = false;
        if (failing) {
            LOG.info("the outbox is being emptied again");
            failing = false;
        }
        if (count == SOMEBODY_ELSE) {
            later(SOMEBODY_ELSE_MILLIS);
        } else if (awake || count >= config.batch()) {
            round();
        } else {
            later(config.poll().toMillis());
        }
    }

    private void failed(Throwable failure) {
        running = false;
        if (!failing) {
            LOG.warnf("the outbox waits: %s", failure.getMessage());
            failing = true;
        }
        later(config.retryDelay().toMillis());
    }

    private void later(long millis) {
        timer = vertx.setTimer(millis, ignored -> round());
    }

    private Uni<Integer> relayBatch() {
        return pool.withTransaction(tx -> tx.query(LOCK)
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? publishAndDelete(tx)
                        : Uni.createFrom().item(SOMEBODY_ELSE)));
    }

    private Uni<Integer> publishAndDelete(SqlConnection tx) {
        return tx.preparedQuery(READ).execute(Tuple.of(config.batch())).chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(0);
            }
            Long[] ids = new Long[rows.size()];
            List<Outgoing> messages = read(rows, ids);
            return publisher
                    .publish(messages)
                    .invoke(() -> published.increment(ids.length))
                    .chain(() -> tx.preparedQuery(DELETE).execute(Tuple.of(ids)))
                    .replaceWith(ids.length);
        });
    }

    private static List<Outgoing> read(RowSet<Row> rows, Long[] ids) {
        List<Outgoing> messages = new ArrayList<>(rows.size());
        for (Row row : rows) {
            ids[messages.size()] = row.getLong(0);
            OffsetDateTime expires = row.getOffsetDateTime(5);
            messages.add(new Outgoing(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    expires == null ? null : expires.toInstant()));
        }
        return messages;
    }
}
