package viva.avatar.soul;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import viva.avatar.memory.Memory;
import viva.contracts.AvatarId;

/**
 * Rows of the table {@code memory} that a new avatar brings, in the transaction of its creation and without telling anybody. Their words are read, and
 * their vectors made, as those of memories whose words have changed are. Every method needs a session with a transaction.
 */
@Singleton
class PgBrought {
    private static final String KEEP = """
            insert into memory
              (id, avatar_id, kind, content, gist, importance, occurred_world_millis, with_ids, created_at, stored_at, occurred_at, audience, with_owner,
               pinned, recalls, slot, slot_value)
            select m.id, :avatar, m.kind, m.content, m.gist, m.importance, m.occurred, m.others, m.at, now(), m.at, m.audience, m.with_owner, m.pinned,
                   m.recalls, m.slot, m.slot_value
              from jsonb_to_recordset(cast(cast(:memories as text) as jsonb)) as m (id uuid, kind text, content text, gist text,
                   importance double precision, occurred bigint, others uuid[], at timestamptz, audience text, with_owner boolean, pinned boolean,
                   recalls int, slot text, slot_value text)
             where not exists (select 1 from unnest(m.others) as other join erased_avatar e on e.id = pseudonym(other))
            returning 1
            """;

    /** Adds memories of an avatar, but none with others of whom one was erased. */
    Uni<Void> keep(AvatarId avatar, List<Arrival.Brought> brought) {
        if (brought.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        brought.forEach(one -> rows.add(row(one)));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("avatar", avatar.value())
                        .setParameter("memories", rows.toString())
                        .getResultList())
                .replaceWithVoid();
    }

    /** Ids grow in the order of the memories: they decide where two were stored at the same instant. */
    private static ObjectNode row(Arrival.Brought brought) {
        Memory memory = brought.memory();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", UuidCreator.getTimeOrderedEpoch().toString())
                .put("kind", memory.kind().label())
                .put("content", memory.content())
                .put("gist", memory.gist())
                .put("importance", memory.importance().value())
                .put("occurred", memory.occurredAt().millis())
                .put("at", brought.storedAt().toString())
                .put("audience", memory.audience().label())
                .put("with_owner", memory.origin().withOwner())
                .put("pinned", brought.pinned())
                .put("recalls", brought.recalls());
        if (memory.slot() != null) {
            row.put("slot", memory.slot().name())
                    .put("slot_value", memory.slot().value());
        }
        ArrayNode others = row.putArray("others");
        memory.with().forEach(other -> others.add(other.toString()));
        return row;
    }
}
