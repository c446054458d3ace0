package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.life.decision.Change;

/** The table {@code forgetting}: whose past still names an erased avatar. */
public final class ForgettingTable {
    private static final String ADD = "INSERT INTO forgetting (shard_id, avatar_id, gone_id) "
            + "SELECT $1, a, g FROM unnest($2::uuid[], $3::uuid[]) AS t (a, g) ON CONFLICT DO NOTHING";
    /** An answer that is awaited may name it when it comes. */
    private static final String REMINDED = """
            with gone (id, written) as (select * from unnest($1::uuid[], $2::text[]))
            select g.id, j.avatar_id from gone g join journal j on journalled_other(j.kind, j.input) = g.written
             where j.avatar_id <> g.id
            union select g.id, m.avatar_id from gone g
              join message m on m.about @> jsonb_build_array(jsonb_build_object('id', g.written)) where m.avatar_id <> g.id
            union select g.id, a.avatar_id from gone g
              join answer a on a.spoken_at is null and strpos(a.request::text, g.written) > 0 where a.avatar_id <> g.id
            union select gone_id, avatar_id from forgetting where gone_id = any($1)
            """;

    private static final String ERASE = "DELETE FROM forgetting WHERE shard_id = $1 AND avatar_id = ANY($2)";

    private ForgettingTable() {}

    /** Notes pasts of a shard's residents that are to be gone through. */
    public static Uni<Void> add(SqlClient tx, ShardId shard, Collection<Change.HistoryForgets> pairs) {
        if (pairs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addInteger(shard.value())
                .addArrayOfUUID(ids(pairs, Change.HistoryForgets::stays))
                .addArrayOfUUID(ids(pairs, Change.HistoryForgets::gone));
        return tx.preparedQuery(ADD).execute(columns).replaceWithVoid();
    }

    /** Drops what was to be done with the pasts of residents who are erased themselves, when what is being done with them is over. */
    public static Uni<Void> erase(SqlClient tx, ShardId shard, Collection<AvatarId> avatars) {
        if (avatars.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] ids = avatars.stream().map(AvatarId::value).toArray(UUID[]::new);
        return tx.preparedQuery(ERASE).execute(Tuple.of(shard.value(), ids)).replaceWithVoid();
    }

    /** Whose journal, or talk with its owner, of whatever shard, still names each of these avatars. */
    public static Uni<Map<AvatarId, Set<AvatarId>>> reminded(SqlClient client, Collection<AvatarId> gone) {
        if (gone.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        UUID[] ids = gone.stream().map(AvatarId::value).toArray(UUID[]::new);
        String[] written = gone.stream().map(AvatarId::toString).toArray(String[]::new);
        return client.preparedQuery(REMINDED).execute(Tuple.of(ids, written)).map(ForgettingTable::byGone);
    }

    private static Map<AvatarId, Set<AvatarId>> byGone(RowSet<Row> rows) {
        Map<AvatarId, Set<AvatarId>> found = new HashMap<>();
        for (Row row : rows) {
            found.computeIfAbsent(new AvatarId(row.getUUID(0)), gone -> new HashSet<>())
                    .add(new AvatarId(row.getUUID(1)));
        }
        return found;
    }

    private static UUID[] ids(
            Collection<Change.HistoryForgets> pairs, Function<Change.HistoryForgets, AvatarId> which) {
        return List.copyOf(pairs).stream()
                .map(pair -> which.apply(pair).value())
                .toArray(UUID[]::new);
    }
}
