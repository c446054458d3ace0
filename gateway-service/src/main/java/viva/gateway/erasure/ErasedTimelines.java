package viva.gateway.erasure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import viva.contracts.AvatarId;

/**
 * Erases avatars from all timelines. Their own go; on the others' go their words, their names and their ids: what others said to them
 * stays, said to somebody who is gone.
 */
@Singleton
class ErasedTimelines {
    /** Two avatars that know each other are erased one after the other: each transaction changes the other's timeline. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtext('viva erased timelines'))";

    private static final String KNOWN = "insert into erased_avatar (id) values (pseudonym($1)) on conflict do nothing";

    /** Each with the avatar's id as its one parameter. */
    private static final List<String> OWN = List.of(
            "delete from timeline where avatar_id = $1",
            "delete from timeline_head where avatar_id = $1",
            "delete from sent_message where avatar_id = $1");

    /** Nobody can meet it any more, and its words were its own. */
    private static final String ITS_PART = "delete from timeline where payload ->> 'other_id' = $1 "
            + "and (type like 'match.%' or payload ->> 'speaker_id' = $1)";

    /** Memories name no ids, but names: those by which this avatar is known on the same timeline. */
    private static final String MEMORIES = """
            update timeline t
              set payload = jsonb_set(t.payload, '{content}', to_jsonb(without_name(t.payload ->> 'content', known.name)))
              from (select distinct avatar_id, payload ->> 'other_name' as name from timeline where payload ->> 'other_id' = $1) known
              where t.avatar_id = known.avatar_id and t.type = 'memory.formed.v1'
                and strpos(t.payload ->> 'content', known.name) > 0
            """;

    private static final String MENTIONS = """
            update timeline
              set payload = payload || jsonb_build_object('other_id', pseudonym($1::text::uuid))
                || case when payload ? 'other_name' then '{"other_name": null}'::jsonb else '{}'::jsonb end
                || case when payload ->> 'content' is null then '{}'::jsonb
                     else jsonb_build_object('content', without_name(payload ->> 'content', payload ->> 'other_name')) end
              where payload ->> 'other_id' = $1
            """;

    private final Pool pool;

    ErasedTimelines(Pool pool) {
        this.pool = pool;
    }

    /** Erases one avatar, however often. What others write at the same moment may escape, and is erased by the next round. */
    Uni<Void> erase(AvatarId avatar) {
        return pool.withTransaction(tx -> tx.query(ALONE)
                .execute()
                .chain(() -> with(tx, KNOWN, avatar.value()))
                .chain(() -> each(tx, OWN, avatar.value()))
                .chain(() -> each(tx, List.of(ITS_PART, MEMORIES, MENTIONS), avatar.toString())));
    }

    private static Uni<Void> each(SqlConnection tx, List<String> statements, Object id) {
        return Multi.createFrom()
                .iterable(statements)
                .onItem()
                .transformToUniAndConcatenate(sql -> with(tx, sql, id))
                .collect()
                .last();
    }

    private static Uni<Void> with(SqlConnection tx, String sql, Object id) {
        return tx.preparedQuery(sql).execute(Tuple.of(id)).replaceWithVoid();
    }
}
