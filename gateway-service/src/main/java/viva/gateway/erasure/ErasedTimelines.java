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

    /**
     * A memory stays without the names by which its timeline knows the avatar. Those from before others were told may be of anybody on that
     * timeline.
     */
    private static final String MEMORIES = """
            with known as (
              select avatar_id, array_agg(distinct payload ->> 'other_name') as names from timeline
               where payload ->> 'other_id' = $1 and payload ->> 'other_name' is not null group by avatar_id)
            update timeline t
              set payload = t.payload || jsonb_build_object('content', without_names(t.payload ->> 'content', known.names))
                || case when t.payload -> 'with' ? $1 then jsonb_build_object('with',
                     (t.payload -> 'with') - $1::text || to_jsonb(pseudonym($1::text::uuid))) else '{}'::jsonb end
              from known
              where t.avatar_id = known.avatar_id and t.type = 'memory.formed.v1'
                and (t.payload -> 'with' ? $1 or jsonb_typeof(t.payload -> 'with') is distinct from 'array')
                and without_names(t.payload ->> 'content', known.names) <> t.payload ->> 'content'
            """;

    /** What a memory names it by is not known: it came during an erasure, or what it is about is not on the timeline any more. */
    private static final String NAMELESS_MEMORIES =
            "delete from timeline where type = 'memory.formed.v1' and payload -> 'with' ? $1";

    /** Nobody can meet it any more, and its words were its own. */
    private static final String ITS_PART = "delete from timeline where payload ->> 'other_id' = $1 "
            + "and (type like 'match.%' or payload ->> 'speaker_id' = $1)";

    private static final String MENTIONS = """
            update timeline
              set payload = payload || jsonb_build_object('other_id', pseudonym($1::text::uuid))
                || case when payload ? 'other_name' then '{"other_name": null}'::jsonb else '{}'::jsonb end
                || case when payload ->> 'content' is null then '{}'::jsonb
                     else jsonb_build_object('content', without_name(payload ->> 'content', payload ->> 'other_name')) end
              where payload ->> 'other_id' = $1
            """;

    /** What others told their owners of it. */
    private static final String TOLD = "update timeline set payload = without_mention(payload, $1) "
            + "where payload -> 'about' @> jsonb_build_array(jsonb_build_object('id', $1::text))";

    /** Each with the avatar's id as text. Memories come first, while the entries that know its names are there. */
    private static final List<String> OTHERS = List.of(MEMORIES, NAMELESS_MEMORIES, ITS_PART, MENTIONS, TOLD);

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
                .chain(() -> each(tx, OTHERS, avatar.toString())));
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
