package viva.life.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
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
import viva.life.mind.Model;

/** Reads what {@code mind_sample} and {@code journal} say of one avatar's past. */
final class PastTable {
    private static final String OF_AVATAR = " WHERE shard_id = $1 AND avatar_id = $2 ";
    private static final String KEPT =
            "SELECT (SELECT applied_at FROM (SELECT applied_at, kind FROM journal" + OF_AVATAR
                    + "ORDER BY tick LIMIT 1) AS first WHERE kind = 'born') AS born, (SELECT min(at) FROM mind_sample"
                    + OF_AVATAR
                    + ") AS sampled, l.since, l.model FROM (SELECT 1) AS one LEFT JOIN LATERAL (SELECT since, model FROM lived_by "
                    + "WHERE shard_id = $1 ORDER BY since DESC LIMIT 1) AS l ON true";
    private static final String BASE_AT =
            "SELECT mind, model FROM mind_sample" + OF_AVATAR + "AND at <= $3 ORDER BY at DESC LIMIT 1";
    private static final String BASE_BEFORE_TICK =
            "SELECT mind, model FROM mind_sample" + OF_AVATAR + "AND tick < $3 ORDER BY at DESC LIMIT 1";
    private static final String PAGE = "SELECT kind, input::text AS input, tick, world_millis, model FROM journal"
            + OF_AVATAR + "AND tick > $3 AND tick <= $4 ORDER BY tick LIMIT $5";
    private static final String TICK_OF_INPUT = "SELECT tick FROM journal" + OF_AVATAR + "AND input_id = $3";
    private static final String TICKS_OF_CONVERSATION =
            "SELECT tick FROM journal" + OF_AVATAR + "AND input->>'conversation' = $3 ORDER BY tick LIMIT $4";

    /** A message is stored in the transaction that journals it, and its time is that of the transaction or of the message before. */
    private static final String WORDS =
            "SELECT m.content FROM journal j JOIN conversation c ON c.shard_id = j.shard_id "
                    + "AND c.avatar_id = j.avatar_id JOIN message m ON m.shard_id = j.shard_id "
                    + "AND m.conversation_id = c.id AND m.id = j.input_id AND m.at >= j.applied_at - interval '1 minute' "
                    + "AND m.at <= j.applied_at + interval '1 minute' WHERE j.shard_id = $1 AND j.avatar_id = $2 AND j.tick = $3 "
                    + "AND j.kind = 'owner_message'";

    /** Entries that are read at once. */
    private static final int PAGE_SIZE = 200;

    private PastTable() {}

    /**
     * From when on the past of an avatar can be told; all null when nothing is kept.
     *
     * @param born real instant of its birth, null when that is beyond retention
     * @param sampled real instant of its oldest sample, or null
     * @param exactFrom from when on it was lived by this version of the model, so that it can be lived again; null when it was not
     */
    record Kept(Instant born, Instant sampled, Instant exactFrom) {
        /** Null when nothing is kept. */
        Instant from() {
            return from(born, sampled);
        }

        private static Instant from(Instant born, Instant sampled) {
            return born == null ? sampled : born;
        }

        static Kept of(Instant born, Instant sampled, Instant since, int model) {
            Instant from = from(born, sampled);
            if (from == null || model != Model.VERSION) {
                return new Kept(born, sampled, null);
            }
            return new Kept(born, sampled, since == null || since.isBefore(from) ? from : since);
        }
    }

    static Uni<Kept> kept(SqlClient client, AvatarId avatar) {
        return client.preparedQuery(KEPT)
                .execute(of(avatar))
                .map(rows -> rows.iterator().next())
                .map(row -> Kept.of(instant(row, "born"), instant(row, "sampled"), instant(row, "since"), model(row)));
    }

    /** The mind of the latest sample at or before a real instant; fails with {@link InexactPastException} when it is another model's. */
    static Uni<Optional<Mind>> baseAt(SqlClient client, AvatarId avatar, Instant at) {
        Tuple key = of(avatar).addOffsetDateTime(at.atOffset(ZoneOffset.UTC));
        return client.preparedQuery(BASE_AT).execute(key).map(PastTable::mind);
    }

    /** The mind of the latest sample before a tick; fails as {@link #baseAt}. */
    static Uni<Optional<Mind>> baseBeforeTick(SqlClient client, AvatarId avatar, long tick) {
        return client.preparedQuery(BASE_BEFORE_TICK)
                .execute(of(avatar).addLong(tick))
                .map(PastTable::mind);
    }

    /**
     * Some of what reached an avatar, in order.
     *
     * @param last whether nothing more of it is wanted
     */
    record Page(List<JournalEntry> entries, boolean last) {
        long lastTick() {
            return entries.getLast().tick();
        }
    }

    /**
     * A page of what reached the avatar after tick {@code after} and up to tick {@code until}, and no further than the first entry after the world
     * time {@code end}, which may be null. Fails with {@link InexactPastException} when another model lived it.
     */
    static Uni<Page> page(SqlClient client, AvatarId avatar, long after, long until, WorldTime end) {
        return client.preparedQuery(PAGE)
                .execute(of(avatar).addLong(after).addLong(until).addInteger(PAGE_SIZE))
                .map(rows -> page(rows, end));
    }

    private static Page page(RowSet<Row> rows, WorldTime end) {
        List<JournalEntry> entries = new ArrayList<>(rows.size());
        for (Row row : rows) {
            requireOurs(row);
            WorldTime at = new WorldTime(row.getLong("world_millis"));
            entries.add(
                    new JournalEntry(input(row.getString("kind"), row.getString("input")), row.getLong("tick"), at));
            if (end != null && at.compareTo(end) > 0) {
                return new Page(entries, true);
            }
        }
        return new Page(entries, rows.size() < PAGE_SIZE);
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

    /** What the owner wrote when it took effect at this tick; empty when nothing did, or when it is not kept. */
    static Uni<String> wordsAt(SqlClient client, AvatarId avatar, long tick) {
        return client.preparedQuery(WORDS).execute(of(avatar).addLong(tick)).map(rows -> {
            String words = "";
            for (Row row : rows) {
                words = row.getString(0);
            }
            return words;
        });
    }

    private static Tuple of(AvatarId avatar) {
        return Tuple.of(ShardId.of(avatar).value(), avatar.value());
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static int model(Row row) {
        Integer model = row.getInteger("model");
        return model == null ? Model.FIRST : model;
    }

    private static void requireOurs(Row row) {
        if (model(row) != Model.VERSION) {
            throw new InexactPastException("it was lived by version " + model(row) + " of the model");
        }
    }

    private static Optional<Mind> mind(RowSet<Row> rows) {
        for (Row row : rows) {
            requireOurs(row);
            try {
                return Optional.of(MindCodec.decode(row.getBuffer("mind").getBytes()));
            } catch (IllegalArgumentException e) {
                throw new InexactPastException("a sample cannot be read: " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private static List<Long> ticks(RowSet<Row> rows) {
        List<Long> ticks = new ArrayList<>(rows.size());
        rows.forEach(row -> ticks.add(row.getLong("tick")));
        return ticks;
    }

    private static Input input(String kind, String json) {
        Class<? extends Input> type =
                InputKinds.type(kind).orElseThrow(() -> new InexactPastException("no such kind of input: " + kind));
        try {
            return Json.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new InexactPastException("a journalled input cannot be read: " + e.getOriginalMessage());
        }
    }
}
