package viva.life.history;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import viva.contracts.AvatarId;
import viva.life.decision.Change.HistoryForgets;
import viva.platform.columns.Columns;
import viva.platform.service.jobs.ScheduledJobs;

/**
 * Takes the ids of the erased out of the pasts of others: pseudonyms stand in journals, samples and encounters instead. Ids are only compared in a
 * mind, so the same life is told as before. A transaction goes through many pasts of one shard; of the replicas one works on a shard at a time.
 */
@Singleton
class Forgetting {
    private static final Logger LOG = Logger.getLogger(Forgetting.class);

    /** Pasts that are gone through in a transaction. */
    private static final int PASTS = 50;

    private static final String SHARDS = "select distinct shard_id from forgetting order by shard_id";

    /** Of each resident one: what is rewritten twice is rewritten by two transactions. */
    static final String NEXT = """
            select avatar_id, gone_id from forgetting f where shard_id = $1 and gone_id =
               (select o.gone_id from forgetting o where o.shard_id = $1 and o.avatar_id = f.avatar_id order by o.gone_id limit 1)
             order by avatar_id limit %d for update skip locked
            """.formatted(PASTS);

    private static final Columns<HistoryForgets> KEYS = new Columns<HistoryForgets>()
            .uuid("resident", past -> past.stays().value())
            .uuid("gone", past -> past.gone().value());
    private static final String DONE = "delete from forgetting f using " + KEYS.rows(1)
            + " where f.shard_id = $1 and f.avatar_id = resident and f.gone_id = gone";

    private final Pool pool;
    private final ScheduledJobs jobs;

    Forgetting(Pool pool, ScheduledJobs jobs) {
        this.pool = pool;
        this.jobs = jobs;
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return jobs.run(this::everyShard)
                .onFailure()
                .invoke(failure -> LOG.warnf("the erased are not forgotten yet: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> everyShard() {
        return pool.query(SHARDS)
                .mapping(row -> (int) row.getShort(0))
                .execute()
                .map(shards -> shards.stream().toList())
                .chain(shards -> jobs.each("forgetting the erased in shards", shards, this::shard));
    }

    private Uni<Void> shard(int shard) {
        return jobs.repeat(() -> pool.withTransaction(tx -> next(tx, shard)))
                .onFailure()
                .recoverWithUni(() -> singly(shard));
    }

    /** After a transaction that failed, each of its pasts gets one of its own: a past that cannot be rewritten waits alone. */
    private Uni<Void> singly(int shard) {
        return pasts(pool, shard)
                .chain(pasts -> jobs.each(
                        "forgetting the erased in pasts of shard " + shard,
                        pasts,
                        past -> pool.withTransaction(tx -> Upkeep.alone(tx, shard)
                                .chain(alone -> rewrite(tx, shard, alone ? List.of(past) : List.of())))));
    }

    /** Whether anything was done. What could not be finished waits for the next run. */
    private Uni<Boolean> next(SqlConnection tx, int shard) {
        return Upkeep.alone(tx, shard)
                .chain(alone -> alone
                        ? pasts(tx, shard).chain(pasts -> rewrite(tx, shard, pasts))
                        : Uni.createFrom().item(false));
    }

    private Uni<Boolean> rewrite(SqlConnection tx, int shard, List<HistoryForgets> pasts) {
        return pasts.isEmpty()
                ? Uni.createFrom().item(false)
                : new PastRewriting(tx, jobs, shard, pasts)
                        .run()
                        .chain(done -> KEYS.execute(tx, DONE, done, shard).replaceWith(!done.isEmpty()));
    }

    private static Uni<List<HistoryForgets>> pasts(SqlClient tx, int shard) {
        return tx.preparedQuery(NEXT).execute(Tuple.of(shard)).map(rows -> {
            List<HistoryForgets> pasts = new ArrayList<>(rows.size());
            for (Row row : rows) {
                pasts.add(new HistoryForgets(new AvatarId(row.getUUID(0)), new AvatarId(row.getUUID(1))));
            }
            return pasts;
        });
    }
}
