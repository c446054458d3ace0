package viva.avatar.forgetting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import viva.avatar.recall.Moment;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;

/** What of the table {@code memory} has faded. The table is walked by its blocks, so that each row is looked at once a run. */
final class PgForgetting {
    /** The key of our advisory lock: any number that nothing else in this database uses. */
    private static final long LOCK = 0x66616465L;

    private static final String ALONE = "select pg_try_advisory_xact_lock($1)";
    private static final String BLOCKS = "select pg_relation_size('memory') / current_setting('block_size')::bigint";

    /** As Retrievability.strength. */
    private static final String STRENGTH = "(1 + 0.5 * m.importance) * (1 + 0.2 * ln(m.recalls + 1))";

    /** $1 real instant, $2 world instant in milliseconds, $3 days that a memory of strength 1 lives. */
    private static final String FADED = """
            not m.pinned and m.faded_at is null and not (m.slot is not null and m.with_owner and m.superseded_at is null)
              and case when m.with_owner or m.posted
                then greatest(m.occurred_at, m.stored_at, m.recalled_at) < $1::timestamptz - make_interval(secs => $3::float8 * 86400 * %1$s)
                else greatest(m.occurred_world_millis, m.recalled_world_millis) < $2::bigint - $3::float8 * 86400000 * %1$s end
            """.formatted(STRENGTH);

    private static final String AVATARS =
            "select distinct m.avatar_id from memory m where m.ctid >= format('(%s,0)', $4::bigint)::tid "
                    + "and m.ctid < format('(%s,0)', $5::bigint)::tid and " + FADED;
    private static final String SHELVES =
            "insert into memory_shelf (avatar_id, reload) select a, 1 from unnest($1::uuid[]) as a "
                    + "where exists (select 1 from avatar where id = a) order by a on conflict (avatar_id) do update "
                    + "set version = memory_shelf.version + 1, reload = memory_shelf.version + 1";
    private static final String BLOCK =
            " from avatar a where a.id = m.avatar_id and m.ctid >= format('(%s,0)', $4::bigint)::tid "
                    + "and m.ctid < format('(%s,0)', $5::bigint)::tid and m.avatar_id = any($6) and " + FADED;
    private static final String TOLD = " returning m.id, m.avatar_id, a.owner_id, m.kind, m.with_owner, m.importance";
    private static final String SHORTEN =
            "update memory m set content = coalesce(gist, left(content, 200)), faded_at = $1, terms = null, terms_version = null, fingerprint = null, "
                    + "embedding = null, embedding_model = null, embedding_claimed = null" + BLOCK
                    + " and m.kind = 'milestone'" + TOLD;
    private static final String DELETE =
            "delete from memory m using" + BLOCK.substring(" from".length()) + " and m.kind <> 'milestone'" + TOLD;
    private static final String MERGED =
            "delete from memory_merged g where not exists (select 1 from memory m where m.id = g.holder)";
    private static final String RECALLS = "delete from memory_recall where at < now() - interval '30 days'";

    private PgForgetting() {}

    /** A memory that has faded. */
    record Faded(
            UUID id,
            AvatarId avatar,
            AccountId owner,
            String kind,
            boolean withOwner,
            double importance,
            boolean gistKept) {}

    /** Whether no other replica is at it until the end of the transaction. */
    static Uni<Boolean> alone(SqlConnection tx) {
        return tx.preparedQuery(ALONE)
                .execute(Tuple.of(LOCK))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** How long the table is. */
    static Uni<Long> blocks(SqlClient client) {
        return client.query(BLOCKS).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    /**
     * Forgets what has faded in some blocks: milestones down to their gist, the rest altogether.
     *
     * @param days that a memory of strength 1 lives
     */
    static Uni<List<Faded>> forget(SqlConnection tx, Moment asOf, double days, long fromBlock, long toBlock) {
        return tx.preparedQuery(AVATARS)
                .execute(tuple(asOf, days, fromBlock, toBlock))
                .chain(rows -> {
                    List<UUID> avatars = new ArrayList<>(rows.size());
                    rows.forEach(row -> avatars.add(row.getUUID(0)));
                    return avatars.isEmpty()
                            ? Uni.createFrom().item(List.of())
                            : forget(tx, tuple(asOf, days, fromBlock, toBlock), avatars.toArray(UUID[]::new));
                });
    }

    private static Uni<List<Faded>> forget(SqlConnection tx, Tuple blocks, UUID[] avatars) {
        List<Faded> faded = new ArrayList<>();
        Tuple which = blocks.addValue(avatars);
        return tx.preparedQuery(SHELVES)
                .execute(Tuple.tuple().addValue(avatars))
                .chain(() -> tx.preparedQuery(SHORTEN).execute(which))
                .invoke(rows -> rows.forEach(row -> faded.add(read(row, true))))
                .chain(() -> tx.preparedQuery(DELETE).execute(which))
                .invoke(rows -> rows.forEach(row -> faded.add(read(row, false))))
                .replaceWith(faded);
    }

    private static Tuple tuple(Moment asOf, double days, long fromBlock, long toBlock) {
        return Tuple.tuple()
                .addValue(asOf.real().atOffset(ZoneOffset.UTC))
                .addValue(asOf.world().millis())
                .addValue(days)
                .addValue(fromBlock)
                .addValue(toBlock);
    }

    private static Faded read(Row row, boolean gistKept) {
        return new Faded(
                row.getUUID(0),
                new AvatarId(row.getUUID(1)),
                new AccountId(row.getUUID(2)),
                row.getString(3),
                row.getBoolean(4),
                row.getDouble(5),
                gistKept);
    }

    /** Which event recalled what is known for longer than any event is told again, and what a memory held for as long as it is there. */
    static Uni<Void> tidy(SqlClient client) {
        return client.query(RECALLS)
                .execute()
                .chain(() -> client.query(MERGED).execute())
                .replaceWithVoid();
    }
}
