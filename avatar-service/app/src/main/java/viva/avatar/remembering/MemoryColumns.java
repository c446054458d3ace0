package viva.avatar.remembering;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import viva.avatar.language.Stems;
import viva.avatar.memory.Memory;
import viva.avatar.memory.MemoryKind;
import viva.avatar.memory.NormalText;
import viva.avatar.memory.Origin;
import viva.avatar.memory.Sameness;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.Emotions;
import viva.contracts.FactSlot;
import viva.contracts.Json;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;

/** A memory as a row of the table {@code memory}. */
final class MemoryColumns {
    static final String SELECTED =
            "id, kind, content, gist, importance, with_ids, occurred_world_millis, occurred_at, audience, feelings, slot, slot_value, with_owner, posted, "
                    + "sources, event_id, created_at, pinned, recalls, superseded_by, faded_at";

    static final String INSERT = """
            insert into memory
              (id, avatar_id, kind, content, gist, importance, with_ids, occurred_world_millis, occurred_at, audience, feelings, slot, slot_value,
               with_owner, posted, sources, event_id, created_at, stored_at, speaker, normal_hash, terms, terms_version, fingerprint, embedding_first,
               superseded_by, superseded_at, version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18, $19, hashtextextended($20, 0), $21, $22, $23,
               $24, $25, $26, $27)
            """;

    private MemoryColumns() {}

    /**
     * The parameters of {@link #INSERT}.
     *
     * @param supersededBy the newer fact that holds already, or null
     * @param version of the avatar's shelf
     */
    static Tuple of(AvatarId avatar, KeptMemory kept, UUID supersededBy, Instant supersededAt, long version) {
        Memory memory = kept.memory();
        Origin origin = memory.origin();
        FactSlot slot = memory.slot();
        return Tuple.from(Arrays.asList(
                kept.id(),
                avatar.value(),
                memory.kind().label(),
                memory.content(),
                memory.gist(),
                memory.importance().value(),
                memory.with().stream().map(AvatarId::value).toArray(UUID[]::new),
                memory.occurredAt().millis(),
                utc(origin.realAt()),
                memory.audience().label(),
                memory.feelings() == null ? null : document(memory.feelings()),
                slot == null ? null : slot.name(),
                slot == null ? null : slot.value(),
                origin.withOwner(),
                origin.posted(),
                origin.sources().toArray(UUID[]::new),
                origin.event(),
                utc(kept.createdAt()),
                kept.speaker(),
                NormalText.of(memory.content()),
                Stems.of(memory.content()).toIntegers(),
                Stems.VERSION,
                Sameness.fingerprint(memory.content()),
                origin.agesInRealTime(),
                supersededBy,
                utc(supersededAt),
                version));
    }

    static KeptMemory read(Row row) {
        String slot = row.getString("slot");
        Origin origin = new Origin(
                row.getBoolean("with_owner"),
                row.getBoolean("posted"),
                List.of(row.getArrayOfUUIDs("sources")),
                row.getUUID("event_id"),
                instant(row, "occurred_at"));
        Memory memory = new Memory(
                MemoryKind.of(row.getString("kind")).orElseThrow(),
                row.getString("content"),
                row.getString("gist"),
                new UnitInterval(row.getDouble("importance")),
                Stream.of(row.getArrayOfUUIDs("with_ids")).map(AvatarId::new).toList(),
                new WorldTime(row.getLong("occurred_world_millis")),
                Audience.of(row.getString("audience")),
                feelings(row.get(JsonObject.class, "feelings")),
                slot == null ? null : new FactSlot(slot, row.getString("slot_value")),
                origin);
        KeptMemory.Standing standing = new KeptMemory.Standing(
                row.getBoolean("pinned"),
                row.getInteger("recalls"),
                row.getUUID("superseded_by"),
                instant(row, "faded_at"));
        return new KeptMemory(row.getUUID("id"), memory, instant(row, "created_at"), standing);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static JsonObject document(Emotions feelings) {
        try {
            return new JsonObject(Json.mapper().writeValueAsString(feelings));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("unwritable feelings", e);
        }
    }

    private static Emotions feelings(JsonObject document) {
        try {
            return document == null ? null : Json.mapper().readValue(document.encode(), Emotions.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("unreadable feelings", e);
        }
    }
}
