package viva.life.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.Json;
import viva.contracts.MessageId;
import viva.contracts.ShardId;
import viva.contracts.WorldTime;
import viva.life.folding.InputKinds;
import viva.life.folding.JournalEntry;
import viva.life.mind.Input;
import viva.life.mind.Mind;
import viva.life.mind.MindCodec;

/** Reads what {@code mind_sample} and {@code journal} say of one avatar's past. */
final class PastTable {
    private static final String OF_AVATAR = " WHERE shard_id = $1 AND avatar_id = $2 ";
    private static final String KEPT = "SELECT (SELECT min(applied_at) FROM journal" + OF_AVATAR
            + "AND kind = 'born') AS born, (SELECT min(at) FROM mind_sample" + OF_AVATAR + ") AS sampled";
    private static final String BASE_AT =
            "SELECT mind FROM mind_sample" + OF_AVATAR + "AND at <= $3 ORDER BY at DESC LIMIT 1";
    private static final String BASE_BEFORE_TICK =
            "SELECT mind FROM mind_sample" + OF_AVATAR + "AND tick < $3 ORDER BY at DESC LIMIT 1";
    private static final String ENTRY =
            "SELECT kind, input::text AS input, tick, world_millis FROM journal" + OF_AVATAR;
    private static final String ENTRIES_UNTIL = ENTRY + "AND tick > $3 AND (world_millis <= $4 OR seq = "
            + "(SELECT min(seq) FROM journal" + OF_AVATAR + "AND tick > $3 AND world_millis > $4)) ORDER BY seq";
    private static final String ENTRIES_UNTIL_TICK = ENTRY + "AND tick > $3 AND tick <= $4 ORDER BY seq";
    private static final String TICK_OF_INPUT = "SELECT tick FROM journal" + OF_AVATAR + "AND input_id = $3";
    private static final String TICKS_OF_CONVERSATION =
            "SELECT tick FROM journal" + OF_AVATAR + "AND input->>'conversation' = $3 ORDER BY seq LIMIT $4";

    private PastTable() {}

    /**
     * From when on the past of an avatar can be told; both null when nothing is kept.
     *
     * @param born real instant of its birth, null when that is beyond retention
     * @param sampled real instant of its oldest sample, or null
     */
    record Kept(Instant born, Instant sampled) {
        /** Null when nothing is kept. */
        Instant from() {
            return born == null ? sampled : born;
        }
    }

    static Uni<Kept> kept(SqlClient client, AvatarId avatar) {
        return client.preparedQuery(KEPT)
                .execute(of(avatar))
                .map(rows -> rows.iterator().next())
                .map(row -> new Kept(instant(row, "born"), instant(row, "sampled")));
    }

    /** The mind of the latest sample at or before a real instant. */
    static Uni<Optional<Mind>> baseAt(SqlClient client, AvatarId avatar, Instant at) {
        Tuple key = of(avatar).addOffsetDateTime(at.atOffset(ZoneOffset.UTC));
        return client.preparedQuery(BASE_AT).execute(key).map(PastTable::mind);
    }

    /** The mind of the latest sample before a tick. */
    static Uni<Optional<Mind>> baseBeforeTick(SqlClient client, AvatarId avatar, long tick) {
        return client.preparedQuery(BASE_BEFORE_TICK)
                .execute(of(avatar).addLong(tick))
                .map(PastTable::mind);
    }

    /** What reached the avatar after tick {@code after} and until a world time, and the first entry after that. */
    static Uni<List<JournalEntry>> entries(SqlClient client, AvatarId avatar, long after, WorldTime until) {
        return client.preparedQuery(ENTRIES_UNTIL)
                .execute(of(avatar).addLong(after).addLong(until.millis()))
                .map(PastTable::entries);
    }

    /** What reached the avatar after tick {@code after}, up to and including tick {@code until}. */
    static Uni<List<JournalEntry>> entries(SqlClient client, AvatarId avatar, long after, long until) {
        return client.preparedQuery(ENTRIES_UNTIL_TICK)
                .execute(of(avatar).addLong(after).addLong(until))
                .map(PastTable::entries);
    }

    /** The tick at which a message took effect. */
    static Uni<List<Long>> ticksOf(SqlClient client, AvatarId avatar, MessageId message) {
        return client.preparedQuery(TICK_OF_INPUT)
                .execute(of(avatar).addUUID(message.value()))
                .map(PastTable::ticks);
    }

    /** The ticks at which what came of a conversation took effect. */
    static Uni<List<Long>> ticksOf(SqlClient client, AvatarId avatar, ConversationId conversation, int limit) {
        return client.preparedQuery(TICKS_OF_CONVERSATION)
                .execute(of(avatar).addString(conversation.toString()).addInteger(limit))
                .map(PastTable::ticks);
    }

    private static Tuple of(AvatarId avatar) {
        return Tuple.of(ShardId.of(avatar).value(), avatar.value());
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static Optional<Mind> mind(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(MindCodec.decode(row.getBuffer("mind").getBytes()));
        }
        return Optional.empty();
    }

    private static List<Long> ticks(RowSet<Row> rows) {
        List<Long> ticks = new ArrayList<>(rows.size());
        rows.forEach(row -> ticks.add(row.getLong("tick")));
        return ticks;
    }

    private static List<JournalEntry> entries(RowSet<Row> rows) {
        List<JournalEntry> entries = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Input input = input(row.getString("kind"), row.getString("input"));
            entries.add(new JournalEntry(input, row.getLong("tick"), new WorldTime(row.getLong("world_millis"))));
        }
        return entries;
    }

    private static Input input(String kind, String json) {
        Class<? extends Input> type =
                InputKinds.type(kind).orElseThrow(() -> new IllegalArgumentException("no such kind of input: " + kind));
        try {
            return Json.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a journalled input cannot be read", e);
        }
    }
}
