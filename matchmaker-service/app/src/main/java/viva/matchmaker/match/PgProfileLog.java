package viva.matchmaker.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.Json;
import viva.matchmaker.index.Person;
import viva.matchmaker.match.SharedIndex.Change;

/** Reads the table {@code profile} as a log of changes, for a follower that never misses one. */
@Singleton
class PgProfileLog {
    private static final Logger LOG = Logger.getLogger(PgProfileLog.class);
    private static final String HORIZON = "select pg_current_snapshot()::text";
    private static final String COLUMNS = "select id, owner_id, profile::text, standing from profile";
    private static final String EVERYBODY = COLUMNS + " where id > $1 and standing = 'lives' order by id limit $2";
    private static final String SINCE = COLUMNS + " where written_by >= pg_snapshot_xmin($1::text::pg_snapshot)"
            + " and not pg_visible_in_snapshot(written_by, $1::text::pg_snapshot)";

    private final Pool pool;
    private final Counter unreadable;

    PgProfileLog(Pool pool, MeterRegistry metrics) {
        this.pool = pool;
        this.unreadable = Counter.builder("viva.matchmaker.unreadable")
                .description("times that a profile could not be read")
                .register(metrics);
    }

    /**
     * Where to read on: behind all transactions that were over. One that still runs for hours has no others read again.
     *
     * @param snapshot which transactions were over, as PostgreSQL writes it (pg_snapshot)
     */
    record Horizon(String snapshot) {}

    Uni<Horizon> horizon() {
        return pool.query(HORIZON)
                .execute()
                .map(rows -> new Horizon(rows.iterator().next().getString(0)));
    }

    /** The next living avatars by id. */
    Uni<List<Change>> livingAfter(UUID id, int count) {
        return pool.preparedQuery(EVERYBODY).execute(Tuple.of(id, count)).map(this::changes);
    }

    /** What changed since a horizon; what was read before may come again. */
    Uni<List<Change>> since(Horizon horizon) {
        return pool.preparedQuery(SINCE).execute(Tuple.of(horizon.snapshot())).map(this::changes);
    }

    private List<Change> changes(RowSet<Row> rows) {
        List<Change> changes = new ArrayList<>(rows.size());
        rows.forEach(row -> changes.add(change(row)));
        return changes;
    }

    /** Who cannot be read cannot be matched, and keeps nobody else from it. */
    private Change change(Row row) {
        AvatarId id = new AvatarId(row.getUUID("id"));
        try {
            return change(id, row);
        } catch (JsonProcessingException | RuntimeException e) {
            // Whatever it is, it is so again at the next look.
            unreadable.increment();
            LOG.errorf("the profile of %s is not readable: %s", id, e);
            return new Change.Left(id);
        }
    }

    private static Change change(AvatarId id, Row row) throws JsonProcessingException {
        if (!row.getString("standing").equals("lives")) {
            return new Change.Left(id);
        }
        AccountId owner = new AccountId(row.getUUID("owner_id"));
        AvatarProfile profile = Json.mapper().readValue(row.getString("profile"), AvatarProfile.class);
        return new Change.Came(new Person(id, owner, profile.personality()));
    }
}
