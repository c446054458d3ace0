package viva.life.encounter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.life.decision.Read;
import viva.life.tie.Block;
import viva.platform.columns.Columns;

/** The table {@code block}: between whom nothing may be, as far as the avatars of a shard are one of the two. */
public final class BlockTable {
    private static final Columns<Read.BlocksBetween> PAIRS = new Columns<Read.BlocksBetween>()
            .uuid("avatar_id", pair -> pair.avatar().value())
            .uuid("other_id", pair -> pair.other().value());
    private static final String AMONG = """
            select avatar_id, other_id, own from block
             where shard_id = $1 and (avatar_id, other_id) in (select avatar_id, other_id from %s)
            """.formatted(PAIRS.rows(1));

    private static final Columns<Block> BLOCKS = new Columns<Block>()
            .uuid("avatar_id", block -> block.avatar().value())
            .uuid("other_id", block -> block.other().value())
            .bool("own", Block::own);
    private static final String PUT = BLOCKS.insertInto("block", "shard_id") + " on conflict do nothing";
    private static final String LIFT = """
            delete from block using %s
             where shard_id = $1 and block.avatar_id = rows.avatar_id and block.other_id = rows.other_id and block.own = rows.own
            """.formatted(BLOCKS.rows(1));
    private static final String ERASE =
            "delete from block where (shard_id = $1 and avatar_id = any($2)) or other_id = any($2)";

    private BlockTable() {}

    /** The blocks that stand between these pairs. */
    public static Uni<Set<Block>> among(SqlClient client, ShardId shard, Collection<Read.BlocksBetween> pairs) {
        if (pairs.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return client.preparedQuery(AMONG)
                .execute(PAIRS.tuple(pairs, shard.value()))
                .map(rows -> {
                    Set<Block> found = new HashSet<>();
                    for (Row row : rows) {
                        found.add(new Block(
                                new AvatarId(row.getUUID(0)), new AvatarId(row.getUUID(1)), row.getBoolean(2)));
                    }
                    return found;
                });
    }

    /** Blocks that stand from now on. */
    public static Uni<Void> put(SqlClient tx, ShardId shard, Collection<Block> blocks) {
        return BLOCKS.execute(tx, PUT, blocks, shard.value());
    }

    /** Blocks that stand no longer. */
    public static Uni<Void> lift(SqlClient tx, ShardId shard, Collection<Block> blocks) {
        return BLOCKS.execute(tx, LIFT, blocks, shard.value());
    }

    /** Forgets all blocks of avatars of the shard, and those on them, in whatever shards the others live. */
    public static Uni<Void> erase(SqlClient tx, ShardId shard, Collection<AvatarId> avatars) {
        if (avatars.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] ids = avatars.stream().map(AvatarId::value).toArray(UUID[]::new);
        return tx.preparedQuery(ERASE).execute(Tuple.of(shard.value(), ids)).replaceWithVoid();
    }
}
