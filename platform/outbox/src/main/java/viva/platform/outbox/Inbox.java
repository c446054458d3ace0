package viva.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Remembers which messages were handled, in the transaction of the handling. */
@Singleton
public class Inbox {
    static final String INSERT =
            "insert into inbox (shard, consumer, message_id) values ($1, $2, $3) on conflict do nothing";

    /**
     * Whether {@code consumer} meets this message for the first time; from now on, unless the transaction fails, it does not.
     */
    public Uni<Boolean> isNew(SqlClient tx, String consumer, UUID messageId) {
        return tx.preparedQuery(INSERT)
                .execute(Tuple.of(0, consumer, messageId))
                .map(rows -> rows.rowCount() == 1);
    }
}
