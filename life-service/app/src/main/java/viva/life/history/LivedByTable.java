package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import viva.contracts.ShardId;
import viva.life.mind.Model;

/** The table {@code lived_by}: which version of the model lives a shard. */
public final class LivedByTable {
    private static final String LATEST = "SELECT model FROM lived_by WHERE shard_id = $1 ORDER BY since DESC LIMIT 1";
    private static final String BEGIN = "INSERT INTO lived_by (shard_id, model) VALUES ($1, $2)";

    private LivedByTable() {}

    /** Whether this version of the model lives a shard: then everybody in it was sampled by it. */
    public static Uni<Boolean> isCurrent(SqlClient client, ShardId shard) {
        return client.preparedQuery(LATEST).execute(Tuple.of(shard.value())).map(rows -> {
            int model = Model.FIRST;
            for (Row row : rows) {
                model = row.getInteger("model");
            }
            return model == Model.VERSION;
        });
    }

    /** This version of the model lives a shard from now on. */
    public static Uni<Void> begin(SqlClient tx, ShardId shard) {
        return tx.preparedQuery(BEGIN)
                .execute(Tuple.of(shard.value(), Model.VERSION))
                .replaceWithVoid();
    }
}
