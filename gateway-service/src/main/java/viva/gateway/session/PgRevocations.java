package viva.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The revocations in the database, where all replicas find them. */
@Singleton
class PgRevocations {
    /** One row at least: the one that tells the time. */
    private static final String SINCE = """
            select now_there.at, r.id, r.generation, r.spared, r.at
              from (select clock_timestamp() as at) now_there left join revocation r on r.at >= $1""";

    private static final String REVOKE_SESSION = """
            insert into revocation (id, spared, at) values ($1, $2, clock_timestamp())
              on conflict (id) do update set at = revocation.at returning at""";

    private static final String FORGET =
            "delete from revocation where at < clock_timestamp() - make_interval(secs => $1)";

    private final Pool pool;

    PgRevocations(Pool pool) {
        this.pool = pool;
    }

    /** What was revoked at or after an instant, and what time it is there. */
    record Reading(Instant at, List<Revocation> revocations) {}

    Uni<Reading> since(Instant instant) {
        return pool.preparedQuery(SINCE)
                .execute(Tuple.of(instant.atOffset(ZoneOffset.UTC)))
                .map(PgRevocations::read);
    }

    Uni<Revocation> revoke(UUID session) {
        return pool.preparedQuery(REVOKE_SESSION)
                .execute(Tuple.of(session, Revocations.NOBODY))
                .map(rows -> new Revocation.OfSession(
                        session, instant(rows.iterator().next(), 0)));
    }

    Uni<Void> forget(Duration olderThan) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) olderThan.toSeconds()))
                .replaceWithVoid();
    }

    private static Reading read(RowSet<Row> rows) {
        Instant at = Instant.EPOCH;
        List<Revocation> revocations = new ArrayList<>();
        for (Row row : rows) {
            at = instant(row, 0);
            if (row.getUUID(1) != null) {
                revocations.add(revocation(row));
            }
        }
        return new Reading(at, revocations);
    }

    private static Revocation revocation(Row row) {
        UUID id = row.getUUID(1);
        Integer generation = row.getInteger(2);
        return generation == null
                ? new Revocation.OfSession(id, instant(row, 4))
                : new Revocation.OfAccount(id, generation, row.getUUID(3), instant(row, 4));
    }

    private static Instant instant(Row row, int column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time.toInstant();
    }
}
