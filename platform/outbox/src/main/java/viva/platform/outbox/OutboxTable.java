package viva.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import viva.platform.messaging.Outgoing;

/**
 * The rows that wait to be published. A deletion does not wait for the disk: a crash that forgets it only says things twice, and consumers
 * ignore what they know.
 */
final class OutboxTable {
    private static final String COLUMNS = "id, destination, message_id::text, exchange, routing_key, body, expires_at";

    /** The rows that were published go; what reads on behind them in the same statement still sees them. */
    private static final String DELETE =
            "with recursive quick as (select set_config('synchronous_commit', 'off', true)), "
                    + "gone as (delete from outbox using quick where id = any($1))";

    private static final String NEXT =
            DELETE + " select " + COLUMNS + " from outbox where id <> all($1) order by id limit $2";

    /** The first rows of all destinations but some: of each the first ones, by its index, however many rows the others have. */
    private static final String NEXT_OF_OTHERS = DELETE + ", place as ("
            + "(select destination from outbox order by destination limit 1) union all "
            + "select (select o.destination from outbox o where o.destination > place.destination "
            + "order by o.destination limit 1) from place where place.destination is not null) "
            + "select found.* from place cross join lateral (select " + COLUMNS + " from outbox "
            + "where outbox.destination = place.destination and id <> all($1) order by id limit $2) as found "
            + "where place.destination is not null and place.destination <> all($3) order by id limit $2";

    private static final String FIRST = "select " + COLUMNS + " from outbox where destination = $1 order by id limit 1";

    private final Pool pool;

    OutboxTable(Pool pool) {
        this.pool = pool;
    }

    /** A message that waits. */
    record OutboxRow(long id, String destination, Outgoing message) {}

    /**
     * Deletes the rows with these ids, and reads the first {@code limit} of the others in order, without those of the destinations in {@code held}: one
     * transaction, which writes nothing when there is nothing to delete.
     */
    Uni<List<OutboxRow>> next(Collection<Long> published, int limit, Set<String> held) {
        Tuple parameters =
                Tuple.tuple().addArrayOfLong(published.toArray(Long[]::new)).addInteger(limit);
        return held.isEmpty()
                ? pool.preparedQuery(NEXT).execute(parameters).map(OutboxTable::waiting)
                : pool.preparedQuery(NEXT_OF_OTHERS)
                        .execute(parameters.addArrayOfString(held.toArray(String[]::new)))
                        .map(OutboxTable::waiting);
    }

    /** The first row of each of {@code destinations}, of those that have one. */
    Uni<List<OutboxRow>> first(List<String> destinations) {
        Uni<List<OutboxRow>> all = Uni.createFrom().item(new ArrayList<>());
        for (String destination : destinations) {
            all = all.chain(found -> pool.preparedQuery(FIRST)
                    .execute(Tuple.of(destination))
                    .map(rows -> {
                        found.addAll(waiting(rows));
                        return found;
                    }));
        }
        return all;
    }

    private static List<OutboxRow> waiting(RowSet<Row> rows) {
        List<OutboxRow> all = new ArrayList<>(rows.size());
        for (Row row : rows) {
            OffsetDateTime expires = row.getOffsetDateTime("expires_at");
            all.add(new OutboxRow(
                    row.getLong("id"),
                    row.getString("destination"),
                    new Outgoing(
                            row.getString("message_id"),
                            row.getString("exchange"),
                            row.getString("routing_key"),
                            row.getString("body"),
                            expires == null ? null : expires.toInstant())));
        }
        return all;
    }
}
