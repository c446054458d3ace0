package viva.avatar.embedding;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import viva.avatar.embedding.Embeddings.Embedded;
import viva.avatar.recall.Vector;
import viva.contracts.AvatarId;
import viva.platform.columns.Columns;

/** The vectors in the table {@code memory}. */
final class PgEmbeddings {
    /** A claim whose holder did not come back ends after a while. */
    private static final String CLAIM = """
            update memory set embedding_claimed = now()
             where id in (
               select id from memory
                where embedding is null and embedding_tries < 3 and (embedding_first or not $2)
                  and (embedding_claimed is null or embedding_claimed < now() - interval '30 seconds')
                order by embedding_first desc, arrival desc limit $1
                for update skip locked)
            returning id, avatar_id, content
            """;

    private static final String RELEASE = "update memory set embedding_claimed = null where id = any($1)";
    private static final String FAILED =
            "update memory set embedding_tries = embedding_tries + 1, embedding_claimed = null where id = any($1)";
    private static final String HURRY =
            "update memory set embedding_first = true where avatar_id = $1 and embedding is null and not embedding_first and embedding_tries < 3";
    private static final String FORMER = """
            update memory set embedding = null, embedding_model = null, embedding_claimed = null, embedding_tries = 0
             where id in (select id from memory where embedding is not null and (embedding_model < $1 or embedding_model > $1) limit $2)
            """;
    private static final String LOCK =
            "insert into memory_shelf (avatar_id) select a from unnest($1::uuid[]) as a where exists "
                    + "(select 1 from avatar where id = a) order by a on conflict (avatar_id) do update set version = memory_shelf.version + 1";
    private static final Columns<Done> COLUMNS = new Columns<Done>()
            .uuid("id", done -> done.waiting().id())
            .text("model", done -> done.embedded().model())
            .bytea("vector", done -> done.embedded().vector().bytes());
    private static final String STORE =
            "update memory m set embedding = r.vector, embedding_model = r.model, embedding_claimed = null, version = s.version from "
                    + COLUMNS.rows(0).replace("rows (", "r (")
                    + " join memory w on w.id = r.id join memory_shelf s on s.avatar_id = w.avatar_id "
                    + "where m.id = r.id and m.embedding_claimed is not null";

    /** Pairs of which one is new: the newest are embedded first, so either may be. */
    private static final String TWINS = """
            with pair as (
              select o.id as older, m.id as newer
                from memory m join memory o on o.avatar_id = m.avatar_id and o.fingerprint = m.fingerprint and o.arrival < m.arrival
               where m.id = any($1)
              union
              select o.id, m.id
                from memory o join memory m on m.avatar_id = o.avatar_id and m.fingerprint = o.fingerprint and m.arrival > o.arrival
               where o.id = any($1)
            )
            select m.avatar_id, o.id, m.id, o.embedding, m.embedding
              from pair join memory m on m.id = pair.newer join memory o on o.id = pair.older
             where o.embedding_model = m.embedding_model and o.kind = m.kind and m.slot is null and o.slot is null
               and m.faded_at is null and o.faded_at is null
             order by o.arrival
            """;

    private final Pool pool;

    PgEmbeddings(Pool pool) {
        this.pool = pool;
    }

    /** A memory without a vector. */
    record Waiting(UUID id, AvatarId avatar, String content) {}

    /** A memory and its vector. */
    record Done(Waiting waiting, Embedded embedded) {}

    /**
     * Claims memories that wait, the newest first.
     *
     * @param wanted only the urgent ones; otherwise others too, after these
     */
    Uni<List<Waiting>> claim(int count, boolean wanted) {
        return pool.preparedQuery(CLAIM).execute(Tuple.of(count, wanted)).map(rows -> {
            List<Waiting> claimed = new ArrayList<>(rows.size());
            for (Row row : rows) {
                claimed.add(new Waiting(row.getUUID(0), new AvatarId(row.getUUID(1)), row.getString(2)));
            }
            return claimed;
        });
    }

    /** Two memories of an avatar with the same words, the older first, and how near they are in meaning. */
    record Twins(AvatarId avatar, UUID older, UUID newer, double cosine) {}

    /** The older memories with the words of some that have vectors. */
    Uni<List<Twins>> twins(List<Done> done) {
        UUID[] ids = done.stream().map(one -> one.waiting().id()).toArray(UUID[]::new);
        return pool.preparedQuery(TWINS).execute(Tuple.tuple().addValue(ids)).map(rows -> {
            List<Twins> twins = new ArrayList<>(rows.size());
            for (Row row : rows) {
                Vector older = Vector.read(row.getBuffer(3).getBytes());
                Vector newer = Vector.read(row.getBuffer(4).getBytes());
                twins.add(new Twins(new AvatarId(row.getUUID(0)), row.getUUID(1), row.getUUID(2), older.cosine(newer)));
            }
            return twins;
        });
    }

    /** They wait again. */
    Uni<Void> release(List<Waiting> claimed) {
        return run(pool, RELEASE, claimed);
    }

    /** They could not be embedded; after three times they are not tried again. */
    Uni<Void> failed(List<Waiting> claimed) {
        return run(pool, FAILED, claimed);
    }

    private static Uni<Void> run(SqlClient client, String sql, List<Waiting> claimed) {
        return claimed.isEmpty()
                ? Uni.createFrom().voidItem()
                : client.preparedQuery(sql)
                        .execute(Tuple.of(claimed.stream().map(Waiting::id).toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    /** Puts an avatar's memories before those of others. */
    Uni<Void> hurry(AvatarId avatar) {
        return pool.preparedQuery(HURRY).execute(Tuple.of(avatar.value())).replaceWithVoid();
    }

    /** Lets some memories with vectors of other models wait for one of this model; how many. */
    Uni<Integer> drop(String model, int count) {
        return pool.preparedQuery(FORMER).execute(Tuple.of(model, count)).map(rows -> rows.rowCount());
    }

    /** Stores vectors; those of memories whose words changed meanwhile are left out. */
    Uni<Void> store(List<Done> done) {
        UUID[] avatars = done.stream()
                .map(one -> one.waiting().avatar().value())
                .distinct()
                .toArray(UUID[]::new);
        return done.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(tx -> tx.preparedQuery(LOCK)
                        .execute(Tuple.tuple().addValue(avatars))
                        .chain(() -> COLUMNS.execute(tx, STORE, done)));
    }
}
