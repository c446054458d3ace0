package viva.life.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.Emotions;
import viva.contracts.Json;
import viva.contracts.Mention;
import viva.contracts.MessageId;
import viva.contracts.ShardId;
import viva.contracts.VoiceKind;
import viva.contracts.WorldTime;

/** The tables {@code conversation} and {@code message}. */
public final class MessageTable {
    /**
     * Makes room for a number of messages in each conversation, which is created when it is new. The answer is the last number and
     * time of each, so the messages of this transaction are numbered backwards from there; the time never falls.
     */
    private static final String MAKE_ROOM = "INSERT INTO conversation AS c "
            + "(shard_id, id, avatar_id, owner_id, type, started_at, last_at, last_seq) "
            + "SELECT $1, i, a, o, 'owner', now(), now(), n "
            + "FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[]) AS t (i, a, o, n) "
            + "ON CONFLICT (shard_id, id) DO UPDATE SET last_seq = c.last_seq + excluded.last_seq, "
            + "last_at = greatest(c.last_at, excluded.last_at) RETURNING c.id, c.last_seq, c.last_at";

    private static final String APPEND =
            "INSERT INTO message (shard_id, conversation_id, at, seq, id, avatar_id, author, "
                    + "content, in_reply_to, mood, emotions, tone, voice, act, world_millis, about) "
                    + "SELECT $1, c, d, s, i, a, u, t, r, m, e::jsonb, o, v, y, w, b::jsonb FROM unnest($2::uuid[], $3::timestamptz[], "
                    + "$4::bigint[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::uuid[], $10::float8[], $11::text[], "
                    + "$12::text[], $13::text[], $14::text[], $15::bigint[], $16::text[]) AS x (c, d, s, i, a, u, t, r, m, e, o, v, y, w, b)";

    private static final String RECENT =
            "SELECT c.id, m.author, m.content, m.at, m.about::text FROM unnest($2::uuid[]) AS c (id) "
                    + "CROSS JOIN LATERAL (SELECT author, content, at, seq, about FROM message WHERE shard_id = $1 AND conversation_id = c.id "
                    + "ORDER BY at DESC, seq DESC LIMIT $3) AS m ORDER BY c.id, m.seq";

    private static final String ERASE_MESSAGES = "DELETE FROM message m USING conversation c WHERE c.shard_id = $1 "
            + "AND c.avatar_id = ANY($2) AND m.shard_id = $1 AND m.conversation_id = c.id";

    private MessageTable() {}

    private static final String OPEN = "INSERT INTO conversation "
            + "(shard_id, id, avatar_id, owner_id, type, started_at, last_at, last_seq) "
            + "SELECT $1, i, a, o, 'owner', now(), now(), 0 FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS t (i, a, o) "
            + "ON CONFLICT DO NOTHING";

    private static final String PLACE = "SELECT shard_id, owner_id, avatar_id FROM conversation WHERE id = $1";

    private static final String PAGE =
            "SELECT id, author, content, in_reply_to, mood, emotions::text AS emotions, tone, act, voice, at, "
                    + "world_millis, seq FROM message WHERE shard_id = $1 AND conversation_id = $2 AND (at, seq) < ($3, $4) "
                    + "ORDER BY at DESC, seq DESC LIMIT $5";

    /** Whose a conversation is, and where it is kept. */
    public record Place(ShardId shard, AccountId owner, AvatarId avatar) {}

    /** A place in a conversation. */
    public record Position(Instant at, long seq) {
        /** After everything that was ever said. */
        public static final Position END = new Position(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);
    }

    private record Last(long seq, OffsetDateTime at) {}

    /** Makes conversations that nothing was said in yet. */
    public static Uni<Void> open(SqlClient tx, ShardId shard, List<Opening> openings) {
        if (openings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addInteger(shard.value())
                .addArrayOfUUID(
                        openings.stream().map(o -> o.conversation().value()).toArray(UUID[]::new))
                .addArrayOfUUID(openings.stream().map(o -> o.avatar().value()).toArray(UUID[]::new))
                .addArrayOfUUID(openings.stream().map(o -> o.owner().value()).toArray(UUID[]::new));
        return tx.preparedQuery(OPEN).execute(columns).replaceWithVoid();
    }

    /** Stores messages in order, each as the latest of its conversation. */
    public static Uni<Void> append(SqlClient tx, ShardId shard, List<Utterance> utterances) {
        if (utterances.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<ConversationId, Long> counts = new LinkedHashMap<>();
        Map<ConversationId, Utterance> first = new HashMap<>();
        for (Utterance utterance : utterances) {
            counts.merge(utterance.conversation(), 1L, Long::sum);
            first.putIfAbsent(utterance.conversation(), utterance);
        }
        return makeRoom(tx, shard, counts, first).chain(last -> insert(tx, shard, utterances, counts, last));
    }

    private static Uni<Map<ConversationId, Last>> makeRoom(
            SqlClient tx, ShardId shard, Map<ConversationId, Long> counts, Map<ConversationId, Utterance> first) {
        List<ConversationId> ids = List.copyOf(counts.keySet());
        Tuple columns = Tuple.tuple()
                .addInteger(shard.value())
                .addArrayOfUUID(ids.stream().map(ConversationId::value).toArray(UUID[]::new))
                .addArrayOfUUID(
                        ids.stream().map(id -> first.get(id).avatar().value()).toArray(UUID[]::new))
                .addArrayOfUUID(
                        ids.stream().map(id -> first.get(id).owner().value()).toArray(UUID[]::new))
                .addArrayOfLong(ids.stream().map(counts::get).toArray(Long[]::new));
        return tx.preparedQuery(MAKE_ROOM).execute(columns).map(rows -> {
            Map<ConversationId, Last> last = new HashMap<>();
            for (Row row : rows) {
                last.put(new ConversationId(row.getUUID(0)), new Last(row.getLong(1), row.getOffsetDateTime(2)));
            }
            return last;
        });
    }

    private static Uni<Void> insert(
            SqlClient tx,
            ShardId shard,
            List<Utterance> utterances,
            Map<ConversationId, Long> counts,
            Map<ConversationId, Last> last) {
        Map<ConversationId, Long> next = new HashMap<>();
        counts.forEach((id, count) -> next.put(id, last.get(id).seq() - count + 1));
        Long[] seqs = utterances.stream()
                .map(u -> next.merge(u.conversation(), 1L, Long::sum) - 1)
                .toArray(Long[]::new);
        Tuple columns = Tuple.tuple()
                .addInteger(shard.value())
                .addArrayOfUUID(
                        utterances.stream().map(u -> u.conversation().value()).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(utterances.stream()
                        .map(u -> last.get(u.conversation()).at())
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfLong(seqs)
                .addArrayOfUUID(utterances.stream().map(u -> u.id().value()).toArray(UUID[]::new))
                .addArrayOfUUID(utterances.stream().map(u -> u.avatar().value()).toArray(UUID[]::new))
                .addArrayOfString(
                        utterances.stream().map(u -> u.author().label()).toArray(String[]::new))
                .addArrayOfString(utterances.stream().map(Utterance::content).toArray(String[]::new))
                .addArrayOfUUID(utterances.stream()
                        .map(u -> u.inReplyTo() == null ? null : u.inReplyTo().value())
                        .toArray(UUID[]::new))
                .addArrayOfDouble(utterances.stream().map(Utterance::mood).toArray(Double[]::new))
                .addArrayOfString(
                        utterances.stream().map(u -> json(u.emotions())).toArray(String[]::new))
                .addArrayOfString(utterances.stream().map(Utterance::tone).toArray(String[]::new))
                .addArrayOfString(utterances.stream().map(Utterance::voice).toArray(String[]::new))
                .addArrayOfString(utterances.stream()
                        .map(u -> u.act() == null ? null : u.act().label())
                        .toArray(String[]::new))
                .addArrayOfLong(utterances.stream().map(u -> u.at().millis()).toArray(Long[]::new))
                .addArrayOfString(
                        utterances.stream().map(u -> mentions(u.about())).toArray(String[]::new));
        return tx.preparedQuery(APPEND).execute(columns).replaceWithVoid();
    }

    /** The latest {@code limit} messages of each conversation, oldest first; nothing for one without messages. */
    public static Uni<Map<ConversationId, List<Spoken>>> recent(
            SqlClient client, ShardId shard, Collection<ConversationId> conversations, int limit) {
        Map<ConversationId, List<Spoken>> lines = new HashMap<>();
        if (conversations.isEmpty()) {
            return Uni.createFrom().item(lines);
        }
        UUID[] ids = conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
        return client.preparedQuery(RECENT)
                .execute(Tuple.of(shard.value(), ids, limit))
                .map(rows -> {
                    for (Row row : rows) {
                        lines.computeIfAbsent(new ConversationId(row.getUUID(0)), id -> new ArrayList<>())
                                .add(new Spoken(
                                        author(row.getString(1)),
                                        row.getString(2),
                                        row.getOffsetDateTime(3).toInstant(),
                                        mentions(row.getString(4))));
                    }
                    return lines;
                });
    }

    /** Where a conversation is kept. */
    public static Uni<Optional<Place>> place(SqlClient client, ConversationId id) {
        return client.preparedQuery(PLACE).execute(Tuple.of(id.value())).map(rows -> {
            Optional<Place> place = Optional.empty();
            for (Row row : rows) {
                place = Optional.of(new Place(
                        new ShardId(row.getInteger(0)), new AccountId(row.getUUID(1)), new AvatarId(row.getUUID(2))));
            }
            return place;
        });
    }

    /** Messages before a position, the latest first. */
    public static Uni<List<MessageView>> page(
            SqlClient client, ShardId shard, ConversationId conversation, Position before, int limit) {
        OffsetDateTime at = before.at().atOffset(ZoneOffset.UTC);
        return client.preparedQuery(PAGE)
                .execute(Tuple.of(shard.value(), conversation.value(), at, before.seq(), limit))
                .map(rows -> {
                    List<MessageView> messages = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        messages.add(view(row));
                    }
                    return messages;
                });
    }

    private static MessageView view(Row row) {
        UUID inReplyTo = row.getUUID("in_reply_to");
        return new MessageView(
                new MessageId(row.getUUID("id")),
                author(row.getString("author")),
                row.getString("content"),
                inReplyTo == null ? null : new MessageId(inReplyTo),
                row.getDouble("mood"),
                emotions(row.getString("emotions")),
                row.getString("tone"),
                row.getString("act") == null ? null : DialogueAct.of(row.getString("act")),
                VoiceKind.of(row.getString("voice")),
                row.getOffsetDateTime("at").toInstant(),
                new WorldTime(row.getLong("world_millis")),
                row.getLong("seq"));
    }

    private static Emotions emotions(String json) {
        try {
            return json == null ? null : Json.mapper().readValue(json, Emotions.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("emotions cannot be read", e);
        }
    }

    /** Deletes everything that was ever said to or by these avatars. */
    public static Uni<Void> erase(SqlClient tx, ShardId shard, Collection<AvatarId> avatars) {
        if (avatars.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple of = Tuple.of(shard.value(), avatars.stream().map(AvatarId::value).toArray(UUID[]::new));
        return tx.preparedQuery(ERASE_MESSAGES)
                .execute(of)
                .chain(() -> delete(tx, "conversation", of))
                .chain(() -> delete(tx, "answer", of))
                .chain(() -> delete(tx, "reach", of))
                .chain(() -> delete(tx, "journal", of));
    }

    private static Uni<Void> delete(SqlClient tx, String table, Tuple of) {
        return tx.preparedQuery("DELETE FROM " + table + " WHERE shard_id = $1 AND avatar_id = ANY($2)")
                .execute(of)
                .replaceWithVoid();
    }

    static Author author(String label) {
        return Author.valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** Null when nobody is named. */
    private static String mentions(List<Mention> about) {
        try {
            return about.isEmpty() ? null : Json.mapper().writeValueAsString(about);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("mentions cannot be written", e);
        }
    }

    private static List<Mention> mentions(String json) {
        try {
            return json == null ? List.of() : List.of(Json.mapper().readValue(json, Mention[].class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("mentions cannot be read", e);
        }
    }

    private static String json(Emotions emotions) {
        try {
            return emotions == null ? null : Json.mapper().writeValueAsString(emotions);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("emotions cannot be written", e);
        }
    }
}
