package viva.life.shard;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import viva.contracts.ShardId;

/** The rows of the platform's table {@code inbox} that belong to a shard, many at a time. */
final class ShardInbox {
    private static final String INSERT = "INSERT INTO inbox (shard, consumer, message_id) "
            + "SELECT $1, 'shard', k FROM unnest($2::uuid[]) AS t (k) ON CONFLICT DO NOTHING RETURNING message_id";

    private ShardInbox() {}

    /** Those of {@code keys} that come for the first time; from now on, unless the transaction fails, they do not. */
    static Uni<Set<UUID>> firstTimers(SqlClient tx, ShardId shard, List<UUID> keys) {
        Set<UUID> fresh = new HashSet<>();
        if (keys.isEmpty()) {
            return Uni.createFrom().item(fresh);
        }
        return tx.preparedQuery(INSERT)
                .execute(Tuple.of(shard.value(), keys.toArray(UUID[]::new)))
                .map(rows -> {
                    for (Row row : rows) {
                        fresh.add(row.getUUID(0));
                    }
                    return fresh;
                });
    }
}
