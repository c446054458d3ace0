package viva.life.outreach;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.life.resident.OutreachQuota;
import viva.platform.columns.Columns;

/** The table {@code reach}. */
public final class ReachTable {
    private static final String SOME =
            "SELECT avatar_id, timezone, day, count, locale, country, untold FROM reach WHERE shard_id = $1 AND avatar_id = ANY($2)";
    private static final Columns<Map.Entry<AvatarId, OutreachQuota>> COLUMNS = new Columns<
                    Map.Entry<AvatarId, OutreachQuota>>()
            .uuid("avatar_id", entry -> entry.getKey().value())
            .text("timezone", entry -> entry.getValue().timezone())
            .date("day", entry -> entry.getValue().day())
            .smallint("count", entry -> (short) entry.getValue().count())
            .text("locale", entry -> entry.getValue().locale())
            .text("country", entry -> entry.getValue().country())
            .smallint("untold", entry -> (short) entry.getValue().untold());
    private static final String PUT = COLUMNS.insertInto("reach", "shard_id") + """
             on conflict (shard_id, avatar_id) do update set timezone = excluded.timezone, day = excluded.day,
                count = excluded.count, locale = excluded.locale, country = excluded.country, untold = excluded.untold
            """;

    private ReachTable() {}

    public static Uni<Map<AvatarId, OutreachQuota>> some(
            SqlClient client, ShardId shard, Collection<AvatarId> avatars) {
        if (avatars.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        UUID[] ids = avatars.stream().map(AvatarId::value).toArray(UUID[]::new);
        return client.preparedQuery(SOME).execute(Tuple.of(shard.value(), ids)).map(rows -> {
            Map<AvatarId, OutreachQuota> found = new HashMap<>();
            for (Row row : rows) {
                found.put(
                        new AvatarId(row.getUUID(0)),
                        new OutreachQuota(
                                row.getString(1),
                                row.getLocalDate(2),
                                row.getShort(3),
                                row.getString(4),
                                row.getString(5),
                                row.getShort(6)));
            }
            return found;
        });
    }

    public static Uni<Void> put(SqlClient tx, ShardId shard, Map<AvatarId, OutreachQuota> reaches) {
        return COLUMNS.execute(tx, PUT, reaches.entrySet(), shard.value());
    }
}
