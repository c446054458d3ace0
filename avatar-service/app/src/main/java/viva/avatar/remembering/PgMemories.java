package viva.avatar.remembering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import viva.avatar.memory.Memory;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;

/** The table {@code memory}. Every method needs a session; those that write, a transaction. */
@Singleton
class PgMemories implements PanacheRepositoryBase<MemoryRow, UUID> {
    private static final String KEEP = """
            insert into memory
              (id, avatar_id, kind, content, importance, occurred_world_millis, with_ids, created_at)
            values (:id, :avatar, :kind, :content, :importance, :occurred, cast(cast(:others as text) as uuid[]), :at)
            on conflict do nothing
            returning 1
            """;

    private static final String BRING = """
            insert into memory
              (id, avatar_id, kind, content, importance, occurred_world_millis, with_ids, created_at)
            select m.id, :avatar, m.kind, m.content, m.importance, m.occurred, m.others, m.at
              from jsonb_to_recordset(cast(cast(:memories as text) as jsonb)) as m (id uuid, kind text, content text,
                   importance double precision, occurred bigint, others uuid[], at timestamptz)
             where not exists (select 1 from unnest(m.others) as other join erased_avatar e on e.id = pseudonym(other))
            returning 1
            """;

    private static final String MAKE_ROOM = """
            delete from memory where id in (
              select id from memory where avatar_id = :avatar and id <> :newest
               order by importance, created_at, id
               limit greatest(0, (select count(*) from memory where avatar_id = :avatar) - :most))
            returning 1
            """;

    private static final String OF_AVATAR = "avatarId = :avatar and (:kind = '' or kind = :kind)";
    private static final String OLDER = " and (createdAt < :at or (createdAt = :at and id < :id))";
    private static final String NEWEST_FIRST = " order by createdAt desc, id desc";

    /** False when there is a memory with this id already. */
    Uni<Boolean> keep(AvatarId avatar, KeptMemory kept) {
        Memory memory = kept.memory();
        String others = memory.with().stream().map(AvatarId::toString).collect(Collectors.joining(",", "{", "}"));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("id", kept.id())
                        .setParameter("avatar", avatar.value())
                        .setParameter("kind", memory.kind().label())
                        .setParameter("content", memory.content())
                        .setParameter("importance", memory.importance().value())
                        .setParameter("occurred", memory.occurredAt().millis())
                        .setParameter("others", others)
                        .setParameter("at", kept.createdAt())
                        .getResultList())
                .map(inserted -> !inserted.isEmpty());
    }

    /** Adds memories of an avatar, but none with others of whom one was erased. */
    Uni<Void> bring(AvatarId avatar, List<KeptMemory> brought) {
        if (brought.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        brought.forEach(kept -> rows.add(row(kept)));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BRING)
                        .setParameter("avatar", avatar.value())
                        .setParameter("memories", rows.toString())
                        .getResultList())
                .replaceWithVoid();
    }

    private static ObjectNode row(KeptMemory kept) {
        Memory memory = kept.memory();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", kept.id().toString())
                .put("kind", memory.kind().label())
                .put("content", memory.content())
                .put("importance", memory.importance().value())
                .put("occurred", memory.occurredAt().millis())
                .put("at", kept.createdAt().toString());
        ArrayNode others = row.putArray("others");
        memory.with().forEach(other -> others.add(other.toString()));
        return row;
    }

    /** Forgets the least important memories, the oldest of them first, down to {@code most}; never the newest one. */
    Uni<Void> makeRoom(AvatarId avatar, MessageId newest, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(MAKE_ROOM)
                        .setParameter("avatar", avatar.value())
                        .setParameter("newest", newest.value())
                        .setParameter("most", most)
                        .getResultList())
                .replaceWithVoid();
    }

    /** The newest memories of an avatar first; {@code kind} is a label, or empty for all. */
    Uni<List<MemoryRow>> newestOf(AvatarId avatar, String kind, int count) {
        Map<String, Object> which = Map.of("avatar", avatar.value(), "kind", kind);
        return find(OF_AVATAR + NEWEST_FIRST, which).page(0, count).list();
    }

    /** As {@link #newestOf(AvatarId, String, int)}, from after {@code start}. */
    Uni<List<MemoryRow>> newestOf(AvatarId avatar, String kind, PageStart start, int count) {
        Map<String, Object> from =
                Map.of("avatar", avatar.value(), "kind", kind, "at", start.createdAt(), "id", start.id());
        return find(OF_AVATAR + OLDER + NEWEST_FIRST, from).page(0, count).list();
    }
}
