package viva.life.encounter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.life.decision.Read;
import viva.life.tie.Block;

/** The table {@code block}: between whom nothing may be, as far as the avatars of a shard are one of the two. */
public final class BlockTable {
    private static final String AMONG =
            "SELECT avatar_id, other_id, own FROM block WHERE shard_id = $1 AND (avatar_id, other_id) IN "
                    + "(SELECT a, o FROM unnest($2::uuid[], $3::uuid[]) AS t (a, o))";
    private static final String PUT = "INSERT INTO block (shard_id, avatar_id, other_id, own) SELECT $1, a, o, w "
            + "FROM unnest($2::uuid[], $3::uuid[], $4::boolean[]) AS t (a, o, w) ON CONFLICT DO NOTHING";
    private static final String LIFT =
            "DELETE FROM block USING unnest($2::uuid[], $3::uuid[], $4::boolean[]) AS t (a, o, w) "
                    + "WHERE shard_id = $1 AND avatar_id = t.a AND other_id = t.o AND own = t.w";
    private static final String ERASE =
            "DELETE FROM block WHERE (shard_id = $1 AND avatar_id = ANY($2)) OR other_id = ANY($2)";

    private BlockTable() {}

    /** The blocks that stand between these pairs. */
    public static Uni<Set<Block>> among(SqlClient client, ShardId shard, Collection<Read.BlocksBetween> pairs) {
        if (pairs.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        List<Read.BlocksBetween> all = List.copyOf(pairs);
        Tuple key = Tuple.of(shard.value())
                .addArrayOfUUID(all.stream().map(pair -> pair.avatar().value()).toArray(UUID[]::new))
                .addArrayOfUUID(all.stream().map(pair -> pair.other().value()).toArray(UUID[]::new));
        return client.preparedQuery(AMONG).execute(key).map(rows -> {
            Set<Block> found = new HashSet<>();
            for (Row row : rows) {
                found.add(new Block(new AvatarId(row.getUUID(0)), new AvatarId(row.getUUID(1)), row.getBoolean(2)));
            }
            return found;
        });
    }

    /** Blocks that stand from now on. */
    public static Uni<Void> put(SqlClient tx, ShardId shard, Collection<Block> blocks) {
        return change(tx, PUT, shard, blocks);
    }

    /** Blocks that stand no longer. */
    public static Uni<Void> lift(SqlClient tx, ShardId shard, Collection<Block> blocks) {
        return change(tx, LIFT, shard, blocks);
    }

    /** Forgets all blocks of avatars of the shard, and those on them, in whatever shards the others live. */
    public static Uni<Void> erase(SqlClient tx, ShardId shard, Collection<AvatarId> avatars) {
        if (avatars.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] ids = avatars.stream().map(AvatarId::value).toArray(UUID[]::new);
        return tx.preparedQuery(ERASE).execute(Tuple.of(shard.value(), ids)).replaceWithVoid();
    }

    private static Uni<Void> change(SqlClient tx, String sql, ShardId shard, Collection<Block> blocks) {
        if (blocks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Block> all = new ArrayList<>(blocks);
        Tuple columns = Tuple.of(shard.value())
                .addArrayOfUUID(
                        all.stream().map(block -> block.avatar().value()).toArray(UUID[]::new))
                .addArrayOfUUID(all.stream().map(block -> block.other().value()).toArray(UUID[]::new))
                .addArrayOfBoolean(all.stream().map(Block::own).toArray(Boolean[]::new));
        return tx.preparedQuery(sql).execute(columns).replaceWithVoid();
    }
}
