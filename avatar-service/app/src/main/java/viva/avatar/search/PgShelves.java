package viva.avatar.search;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import viva.avatar.language.Stems;
import viva.avatar.memory.MemoryKind;
import viva.avatar.recall.Ageing;
import viva.avatar.recall.Moment;
import viva.avatar.recall.Remembered;
import viva.avatar.recall.Terms;
import viva.avatar.recall.Vector;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;

/** Reads shelves from the table {@code memory}. */
final class PgShelves {
    private static final String VERSION = "select version, reload from memory_shelf where avatar_id = $1";

    /** The words of a memory are read where its terms are of another way to find stems. */
    private static final String CHANGED =
            "select id, arrival, kind, with_owner or posted or pinned as ages_really, occurred_at, occurred_world_millis, "
                    + "recalled_at, recalled_world_millis, importance, recalls, pinned or (slot is not null and with_owner and superseded_at is null) as kept, "
                    + "superseded_at, audience, with_ids, speaker, terms, embedding_model, embedding, "
                    + "case when terms_version = $3 then null else content end as content "
                    + "from memory where avatar_id = $1 and version > $2";

    private static final String GONE =
            "select a from unnest($1::uuid[]) as a where not exists (select 1 from avatar where id = a)";

    private final Pool pool;

    PgShelves(Pool pool) {
        this.pool = pool;
    }

    /** The shelf as it is now, given how it was. One that nothing was changed in since this way of storing it came is read as a whole. */
    Uni<Shelf> read(AvatarId avatar, Shelf known) {
        return pool.preparedQuery(VERSION).execute(Tuple.of(avatar.value())).chain(rows -> {
            long version = 0;
            long reload = 0;
            for (Row row : rows) {
                version = row.getLong(0);
                reload = row.getLong(1);
            }
            if (version == known.version() && version > 0) {
                return Uni.createFrom().item(known);
            }
            Shelf before = reload > known.version() || version < known.version() ? Shelf.EMPTY : known;
            return changed(avatar, before, version, reload);
        });
    }

    /** Those of some avatars that are not there any more. */
    Uni<List<AvatarId>> gone(Collection<AvatarId> avatars) {
        UUID[] ids = avatars.stream().map(AvatarId::value).toArray(UUID[]::new);
        return pool.preparedQuery(GONE).execute(Tuple.tuple().addValue(ids)).map(rows -> {
            List<AvatarId> gone = new ArrayList<>(rows.size());
            rows.forEach(row -> gone.add(new AvatarId(row.getUUID(0))));
            return gone;
        });
    }

    private Uni<Shelf> changed(AvatarId avatar, Shelf before, long version, long reload) {
        long since = before.version() == 0 ? -1 : before.version();
        return pool.preparedQuery(CHANGED)
                .execute(Tuple.of(avatar.value(), since, Stems.VERSION))
                .map(rows -> before.with(memories(rows), version, reload));
    }

    private static List<Remembered> memories(RowSet<Row> rows) {
        List<Remembered> memories = new ArrayList<>(rows.size());
        for (Row row : rows) {
            memories.add(memory(row));
        }
        return memories;
    }

    private static Remembered memory(Row row) {
        String content = row.getString("content");
        Buffer embedding = row.getBuffer("embedding") == null
                ? null
                : row.getBuffer("embedding").getDelegate();
        return new Remembered(
                row.getUUID("id"),
                row.getLong("arrival"),
                MemoryKind.of(row.getString("kind")).orElseThrow(),
                row.getBoolean("ages_really") ? Ageing.REAL : Ageing.WORLD,
                new Moment(instant(row, "occurred_at"), new WorldTime(row.getLong("occurred_world_millis"))),
                recalled(row),
                row.getDouble("importance"),
                row.getInteger("recalls"),
                row.getBoolean("kept"),
                instant(row, "superseded_at"),
                Audience.of(row.getString("audience")),
                Stream.of(row.getArrayOfUUIDs("with_ids"))
                        .map((UUID id) -> new AvatarId(id))
                        .toList(),
                row.getString("speaker"),
                content == null ? Terms.of(row.getArrayOfIntegers("terms")) : Stems.of(content),
                row.getString("embedding_model"),
                embedding == null ? null : Vector.read(embedding.getBytes()));
    }

    private static Moment recalled(Row row) {
        Instant at = instant(row, "recalled_at");
        return at == null ? null : new Moment(at, new WorldTime(row.getLong("recalled_world_millis")));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
