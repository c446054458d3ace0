package viva.life.outreach;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.life.resident.OutreachQuota;

/** The table {@code reach}. */
public final class ReachTable {
    private static final String SOME =
            "SELECT avatar_id, timezone, day, count, locale, country FROM reach WHERE shard_id = $1 AND avatar_id = ANY($2)";
    private static final String PUT = "INSERT INTO reach (shard_id, avatar_id, timezone, day, count, locale, country) "
            + "SELECT $1, a, z, d, c, l, o FROM unnest($2::uuid[], $3::text[], $4::date[], $5::smallint[], $6::text[], $7::text[]) "
            + "AS t (a, z, d, c, l, o) "
            + "ON CONFLICT (shard_id, avatar_id) DO UPDATE SET timezone = excluded.timezone, day = excluded.day, "
            + "count = excluded.count, locale = excluded.locale, country = excluded.country";

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
                                row.getString(5)));
            }
            return found;
        });
    }

    public static Uni<Void> put(SqlClient tx, ShardId shard, Map<AvatarId, OutreachQuota> reaches) {
        if (reaches.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<OutreachQuota> rows = List.copyOf(reaches.values());
        Tuple columns = Tuple.tuple()
                .addInteger(shard.value())
                .addArrayOfUUID(reaches.keySet().stream().map(AvatarId::value).toArray(UUID[]::new))
                .addArrayOfString(rows.stream().map(OutreachQuota::timezone).toArray(String[]::new))
                .addArrayOfLocalDate(rows.stream().map(OutreachQuota::day).toArray(LocalDate[]::new))
                .addArrayOfShort(rows.stream().map(r -> (short) r.count()).toArray(Short[]::new))
                .addArrayOfString(rows.stream().map(OutreachQuota::locale).toArray(String[]::new))
                .addArrayOfString(rows.stream().map(OutreachQuota::country).toArray(String[]::new));
        return tx.preparedQuery(PUT).execute(columns).replaceWithVoid();
    }
}
