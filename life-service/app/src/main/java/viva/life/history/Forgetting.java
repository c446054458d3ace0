package viva.life.history;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import viva.contracts.AvatarId;
import viva.life.mind.MindCodec;
import viva.platform.service.jobs.ScheduledJobs;

/**
 * Takes the ids of the erased out of the pasts of others: pseudonyms stand in journals, samples and encounters instead. Ids are only compared in a
 * mind, so the same life is told as before. Each pair is a transaction; several replicas work on several pairs.
 */
@Singleton
class Forgetting {
    private static final Logger LOG = Logger.getLogger(Forgetting.class);

    static final String NEXT =
            "SELECT shard_id, avatar_id, gone_id FROM forgetting ORDER BY shard_id, avatar_id, gone_id LIMIT 1 FOR UPDATE SKIP LOCKED";
    private static final String JOURNAL =
            "UPDATE journal SET input = replace(input::text, $3, $4)::jsonb WHERE shard_id = $1 AND avatar_id = $2 "
                    + "AND strpos(input::text, $3) > 0";

    /** Samples that are rewritten together: some hundred kilobytes. */
    private static final int PAGE = 200;

    private static final String SAMPLES = "SELECT at, mind FROM mind_sample WHERE shard_id = $1 AND avatar_id = $2 "
            + "AND position($3::bytea IN mind) > 0 ORDER BY at LIMIT " + PAGE;
    private static final String REWRITE =
            "UPDATE mind_sample s SET mind = t.m FROM unnest($3::timestamptz[], $4::bytea[]) AS t (a, m) "
                    + "WHERE s.shard_id = $1 AND s.avatar_id = $2 AND s.at = t.a";

    /** Its own that name somebody; an encounter stands in the shard of its host. */
    private static final String NAMING =
            "FROM encounter WHERE (host_id = $1 OR guest_id = $1) AND (position($2::bytea IN host_mind) > 0 OR position($2::bytea IN guest_mind) > 0) ";

    /** In the order in which an erasing locks encounters. */
    private static final String LOCK = "SELECT " + NAMING + "ORDER BY id FOR UPDATE";

    private static final String ENCOUNTERS = "SELECT shard_id, id, host_mind, guest_mind " + NAMING + "LIMIT " + PAGE;

    private static final String RENAME_IN_ENCOUNTER =
            "UPDATE encounter SET host_mind = $3, guest_mind = $4 WHERE shard_id = $1 AND id = $2";
    private static final String DONE = "DELETE FROM forgetting WHERE shard_id = $1 AND avatar_id = $2 AND gone_id = $3";

    private final Pool pool;
    private final ScheduledJobs jobs;

    Forgetting(Pool pool, ScheduledJobs jobs) {
        this.pool = pool;
        this.jobs = jobs;
    }

    private record Task(int shard, AvatarId stays, AvatarId gone) {
        Tuple of() {
            return Tuple.of(shard, stays.value());
        }

        Tuple encounters() {
            return Tuple.of(stays.value(), Buffer.buffer(MindCodec.bytes(gone)));
        }
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return jobs.run(() -> jobs.repeat(() -> pool.withTransaction(this::next)))
                .onFailure()
                .invoke(failure -> LOG.warnf("the erased are not forgotten yet: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Whether there was anything to forget. */
    private Uni<Boolean> next(SqlConnection tx) {
        return tx.query(NEXT).execute().chain(rows -> {
            for (Row row : rows) {
                Task task = new Task(row.getShort(0), new AvatarId(row.getUUID(1)), new AvatarId(row.getUUID(2)));
                return forget(tx, task).replaceWith(true);
            }
            return Uni.createFrom().item(false);
        });
    }

    private Uni<Void> forget(SqlConnection tx, Task task) {
        String gone = task.gone.toString();
        String pseudonym = task.gone.pseudonym().toString();
        return tx.preparedQuery(JOURNAL)
                .execute(task.of().addString(gone).addString(pseudonym))
                .chain(() -> Upkeep.liftDecompressionLimit(tx))
                .chain(() -> jobs.repeat(() -> samples(tx, task)))
                .chain(() -> tx.preparedQuery(LOCK).execute(task.encounters()))
                .chain(() -> jobs.repeat(() -> encounters(tx, task)))
                .chain(() -> tx.preparedQuery(DONE).execute(task.of().addUUID(task.gone.value())))
                .replaceWithVoid();
    }

    /** Whether the page was full, and there may be another: what was rewritten is found no more. */
    private static Uni<Boolean> samples(SqlConnection tx, Task task) {
        return tx.preparedQuery(SAMPLES)
                .execute(task.of().addValue(Buffer.buffer(MindCodec.bytes(task.gone))))
                .chain(rows -> {
                    List<OffsetDateTime> instants = new ArrayList<>(rows.size());
                    List<Buffer> minds = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        instants.add(row.getOffsetDateTime(0));
                        minds.add(renamed(row.getBuffer(1).getBytes(), task.gone));
                    }
                    return rewrite(tx, task, instants, minds).replaceWith(instants.size() == PAGE);
                });
    }

    /** As {@link #samples}, of the minds that are kept with its encounters. */
    private static Uni<Boolean> encounters(SqlConnection tx, Task task) {
        return tx.preparedQuery(ENCOUNTERS).execute(task.encounters()).chain(rows -> {
            List<Tuple> renamed = new ArrayList<>(rows.size());
            for (Row row : rows) {
                renamed.add(Tuple.of(
                        row.getShort(0),
                        row.getUUID(1),
                        renamed(row.getBuffer(2).getBytes(), task.gone),
                        renamed(row.getBuffer(3).getBytes(), task.gone)));
            }
            return renamed.isEmpty()
                    ? Uni.createFrom().item(false)
                    : tx.preparedQuery(RENAME_IN_ENCOUNTER)
                            .executeBatch(renamed)
                            .replaceWith(renamed.size() == PAGE);
        });
    }

    private static Uni<Void> rewrite(SqlConnection tx, Task task, List<OffsetDateTime> instants, List<Buffer> minds) {
        if (instants.isEmpty()) {
            return Upkeep.NOTHING;
        }
        Tuple columns = task.of()
                .addArrayOfOffsetDateTime(instants.toArray(OffsetDateTime[]::new))
                .addValue(minds.toArray(Buffer[]::new));
        return tx.preparedQuery(REWRITE).execute(columns).replaceWithVoid();
    }

    private static Buffer renamed(byte[] mind, AvatarId gone) {
        return Buffer.buffer(MindCodec.renamed(mind, gone, gone.pseudonym()));
    }
}
