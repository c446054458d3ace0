package viva.avatar.remembering;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import viva.avatar.language.Stems;
import viva.avatar.memory.Memory;
import viva.avatar.memory.NormalText;
import viva.avatar.memory.Sameness;
import viva.avatar.memory.Supersession;
import viva.contracts.AccountId;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.FactSlot;

/** The table {@code memory} and what belongs to it. Every method that writes needs a transaction that began with {@link #lock}. */
final class PgMemories {
    private static final String OWNER = "select owner_id from avatar where id = $1 for key share";
    private static final String ERASED =
            "select 1 from erased_avatar where id in (select pseudonym(a) from unnest($1::uuid[]) as a) limit 1";
    private static final String LOCK =
            "insert into memory_shelf (avatar_id) values ($1) on conflict (avatar_id) do update "
                    + "set version = memory_shelf.version + 1 returning version";
    private static final String RELOAD = "update memory_shelf set reload = version where avatar_id = $1";
    private static final String HOLDER =
            "select id from memory where id = $1 union all select holder from memory_merged where id = $1 limit 1";
    private static final String HELD =
            "select i from unnest($1::uuid[]) as i union select id from memory_merged where holder = any($1)";
    private static final String HOLDERS =
            "select m.id, m.audience from unnest($1::uuid[]) as s (id) left join memory_merged g on g.id = s.id "
                    + "join memory m on m.id = coalesce(g.holder, s.id) and m.avatar_id = $2";
    private static final String ALIKE = "select " + MemoryColumns.SELECTED
            + " from memory where avatar_id = $1 and normal_hash = hashtextextended($2, 0) and superseded_at is null and faded_at is null "
            + "order by arrival limit 8";
    private static final String FACTS = "select " + MemoryColumns.SELECTED
            + " from memory where avatar_id = $1 and slot = any($2) and superseded_at is null and with_owner order by occurred_at desc, arrival desc";
    private static final String TOLD = "select " + MemoryColumns.SELECTED
            + " from memory where avatar_id = $1 and with_owner and occurred_at <= $2";
    private static final String SUPERSEDE =
            "update memory set superseded_by = $2, superseded_at = $3, version = $4 where id = any($1)";
    private static final String MERGE = """
            update memory set importance = greatest(importance, $2), audience = $3, with_owner = with_owner or $4, posted = posted or $5,
              occurred_at = greatest(occurred_at, $6), occurred_world_millis = greatest(occurred_world_millis, $7), stored_at = now(), version = $8
             where id = $1
            """;
    private static final String MERGED =
            "insert into memory_merged (id, holder) values ($1, $2) on conflict do nothing";
    private static final String INHERIT = "update memory_merged set holder = $2 where holder = $1";
    private static final String MAKE_ROOM = """
            delete from memory where id in (
              select id from memory where avatar_id = $1 and id <> $2
               order by pinned or (slot is not null and with_owner and superseded_at is null), importance, created_at, id
               limit greatest(0, (select count(*) from memory where avatar_id = $1) - $3))
            """;
    private static final String PAGE =
            "select " + MemoryColumns.SELECTED + " from memory where avatar_id = $1 and ($2 = '' or kind = $2) "
                    + "and ($3::timestamptz is null or (created_at, id) < ($3, $4)) order by created_at desc, id desc limit $5";
    private static final String BY_IDS =
            "select " + MemoryColumns.SELECTED + " from memory where avatar_id = $1 and id = any($2)";
    private static final String CHANGE = """
            update memory set pinned = coalesce($3, pinned), importance = coalesce($4, importance), version = $5 where avatar_id = $1 and id = $2
            """;
    private static final String CORRECT = """
            update memory set content = $3, gist = null, slot = null, slot_value = null, speaker = $4, normal_hash = hashtextextended($5, 0),
              terms = $6, terms_version = $7, fingerprint = $9, embedding = null, embedding_model = null, embedding_claimed = null, embedding_tries = 0,
              embedding_first = true, version = $8
             where avatar_id = $1 and id = $2
            """;
    private static final String DELETE = "delete from memory where avatar_id = $1 and id = any($2)";
    private static final String DERIVED =
            "select id from memory d where avatar_id = $1 and sources && $2::uuid[] and not id = any($2) "
                    + "and not exists (select 1 from memory s where s.id = any(d.sources) and not s.id = any($2))";
    private static final String RECALLED = """
            with fresh as (
              insert into memory_recall (event_id, memory_id)
              select $1, m.id from memory m where m.avatar_id = $2 and (m.id = any($3) or m.id in (select holder from memory_merged where id = any($3)))
              on conflict do nothing returning memory_id
            )
            update memory set recalls = recalls + 1, recalled_at = greatest(recalled_at, $4), version = $6,
              recalled_world_millis = greatest(recalled_world_millis, $5)
             where id in (select memory_id from fresh)
            """;

    private PgMemories() {}

    /** The owner of an avatar, which stays until the end of the transaction; empty when there is no such avatar. */
    static Uni<Optional<AccountId>> owner(SqlClient tx, AvatarId avatar) {
        return tx.preparedQuery(OWNER)
                .execute(Tuple.of(avatar.value()))
                .map(rows -> first(rows).map(row -> new AccountId(row.getUUID(0))));
    }

    /** Whether one of some avatars was erased. */
    static Uni<Boolean> isAnyErased(SqlClient tx, Collection<AvatarId> avatars) {
        UUID[] ids = avatars.stream().map(AvatarId::value).toArray(UUID[]::new);
        return ids.length == 0
                ? Uni.createFrom().item(false)
                : tx.preparedQuery(ERASED).execute(Tuple.of(ids)).map(rows -> rows.size() > 0);
    }

    /** The version of what this transaction changes of an avatar's memories; another one that changes them waits until its end. */
    static Uni<Long> lock(SqlClient tx, AvatarId avatar) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(avatar.value()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** The memory that has an id, or holds what had it; empty when there is none. */
    static Uni<Optional<UUID>> holder(SqlClient tx, UUID id) {
        return tx.preparedQuery(HOLDER)
                .execute(Tuple.of(id))
                .map(rows -> first(rows).map(row -> row.getUUID(0)));
    }

    /** A memory that others are derived from. */
    record Source(UUID id, Audience audience) {}

    /** Those of an avatar's memories with some ids that are there, or what holds them. */
    static Uni<List<Source>> sources(SqlClient tx, AvatarId avatar, List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : tx.preparedQuery(HOLDERS)
                        .execute(Tuple.of(ids.toArray(UUID[]::new), avatar.value()))
                        .map(rows -> list(rows).stream()
                                .map(row -> new Source(row.getUUID(0), Audience.of(row.getString(1))))
                                .toList());
    }

    /** Memories whose normal text is the same, the oldest first. */
    static Uni<List<KeptMemory>> alike(SqlClient tx, AvatarId avatar, String content) {
        return kept(tx.preparedQuery(ALIKE).execute(Tuple.of(avatar.value(), NormalText.of(content))));
    }

    /** Facts about the owner that hold in a slot or contradict it, the newest first. */
    static Uni<List<KeptMemory>> facts(SqlClient tx, AvatarId avatar, FactSlot slot) {
        return kept(tx.preparedQuery(FACTS)
                .execute(Tuple.of(
                        avatar.value(), Supersession.rivals(slot.name()).toArray(String[]::new))));
    }

    /** What an avatar remembers with its owner of what happened up to an instant, superseded and faded memories included. */
    static Uni<List<KeptMemory>> told(SqlClient tx, AvatarId avatar, Instant until) {
        return kept(tx.preparedQuery(TOLD).execute(Tuple.of(avatar.value(), MemoryColumns.utc(until))));
    }

    static Uni<Void> insert(
            SqlClient tx, AvatarId avatar, KeptMemory kept, UUID supersededBy, Instant supersededAt, long version) {
        return tx.preparedQuery(MemoryColumns.INSERT)
                .execute(MemoryColumns.of(avatar, kept, supersededBy, supersededAt, version))
                .replaceWithVoid();
    }

    static Uni<Void> supersede(SqlClient tx, List<UUID> older, UUID newer, Instant at, long version) {
        return older.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(SUPERSEDE)
                        .execute(Tuple.of(older.toArray(UUID[]::new), newer, MemoryColumns.utc(at), version))
                        .replaceWithVoid();
    }

    /** Lets one memory hold another one, which need not be there: the more important, the later, for the narrower audience. */
    static Uni<Void> merge(SqlClient tx, KeptMemory holder, UUID id, Memory merged, long version) {
        Audience narrower = Audience.narrowest(List.of(holder.memory().audience(), merged.audience()));
        Tuple tuple = Tuple.from(Arrays.asList(
                holder.id(),
                merged.importance().value(),
                narrower.label(),
                merged.origin().withOwner(),
                merged.origin().posted(),
                MemoryColumns.utc(merged.origin().realAt()),
                merged.occurredAt().millis(),
                version));
        return tx.preparedQuery(MERGE)
                .execute(tuple)
                .chain(() -> tx.preparedQuery(MERGED).execute(Tuple.of(id, holder.id())))
                .chain(() -> tx.preparedQuery(INHERIT).execute(Tuple.of(id, holder.id())))
                .replaceWithVoid();
    }

    /** Forgets the least important memories, the oldest of them first, down to {@code most}; pinned ones and facts that hold last, the newest never. */
    static Uni<Void> makeRoom(SqlClient tx, AvatarId avatar, UUID newest, int most) {
        return reloadIfAny(tx, avatar, tx.preparedQuery(MAKE_ROOM).execute(Tuple.of(avatar.value(), newest, most)));
    }

    /** The newest memories of an avatar first; {@code kind} is a label, or empty for all. */
    static Uni<List<KeptMemory>> newestOf(
            SqlClient client, AvatarId avatar, String kind, Optional<PageStart> start, int count) {
        return kept(client.preparedQuery(PAGE)
                .execute(Tuple.from(Arrays.asList(
                        avatar.value(),
                        kind,
                        start.map(from -> MemoryColumns.utc(from.createdAt())).orElse(null),
                        start.map(PageStart::id).orElse(null),
                        count))));
    }

    static Uni<List<KeptMemory>> byIds(SqlClient client, AvatarId avatar, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : kept(client.preparedQuery(BY_IDS).execute(Tuple.of(avatar.value(), ids.toArray(UUID[]::new))));
    }

    /** Null leaves as it is. */
    static Uni<Void> change(SqlClient tx, AvatarId avatar, UUID id, Boolean pinned, Double importance, long version) {
        return tx.preparedQuery(CHANGE)
                .execute(Tuple.from(Arrays.asList(avatar.value(), id, pinned, importance, version)))
                .replaceWithVoid();
    }

    /** Other words, which make it another memory: its gist, its slot and its vector were of the former ones. */
    static Uni<Void> correct(SqlClient tx, AvatarId avatar, UUID id, String content, long version) {
        String speaker = NormalText.speaker(content);
        return tx.preparedQuery(CORRECT)
                .execute(Tuple.from(Arrays.asList(
                        avatar.value(),
                        id,
                        content,
                        speaker == null ? null : NormalText.of(speaker),
                        NormalText.of(content),
                        Stems.of(content).toIntegers(),
                        Stems.VERSION,
                        version,
                        Sameness.fingerprint(content))))
                .replaceWithVoid();
    }

    /** Memories that were derived from some and from none else that is there. */
    static Uni<List<UUID>> derivedFrom(SqlClient tx, AvatarId avatar, Collection<UUID> ids) {
        return tx.preparedQuery(DERIVED)
                .execute(Tuple.of(avatar.value(), ids.toArray(UUID[]::new)))
                .map(rows -> list(rows).stream().map(row -> row.getUUID(0)).toList());
    }

    /** Some ids, and those of memories that they held. */
    static Uni<List<UUID>> withHeld(SqlClient tx, List<UUID> ids) {
        return tx.preparedQuery(HELD)
                .execute(Tuple.tuple().addValue(ids.toArray(UUID[]::new)))
                .map(rows -> list(rows).stream().map(row -> row.getUUID(0)).toList());
    }

    static Uni<Void> delete(SqlClient tx, AvatarId avatar, Collection<UUID> ids) {
        return reloadIfAny(
                tx, avatar, tx.preparedQuery(DELETE).execute(Tuple.of(avatar.value(), ids.toArray(UUID[]::new))));
    }

    /** Reinforces memories that an event used, which it does once. */
    static Uni<Void> recalled(
            SqlClient tx, AvatarId avatar, UUID event, List<UUID> ids, Instant at, long worldMillis, long version) {
        return tx.preparedQuery(RECALLED)
                .execute(Tuple.from(Arrays.asList(
                        event, avatar.value(), ids.toArray(UUID[]::new), MemoryColumns.utc(at), worldMillis, version)))
                .replaceWithVoid();
    }

    private static Uni<Void> reloadIfAny(SqlClient tx, AvatarId avatar, Uni<RowSet<Row>> deleted) {
        return deleted.chain(rows -> rows.rowCount() == 0
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(RELOAD).execute(Tuple.of(avatar.value())).replaceWithVoid());
    }

    private static Uni<List<KeptMemory>> kept(Uni<RowSet<Row>> rows) {
        return rows.map(found -> list(found).stream().map(MemoryColumns::read).toList());
    }

    private static List<Row> list(RowSet<Row> rows) {
        List<Row> all = new ArrayList<>(rows.size());
        rows.forEach(all::add);
        return all;
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return list(rows).stream().findFirst();
    }
}
