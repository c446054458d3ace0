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
import viva.platform.columns.Columns;

/** The tables {@code conversation} and {@code message}. */
public final class MessageTable {
    private static final Columns<Room> ROOM = new Columns<Room>()
            .uuid("id", room -> room.of().conversation().value())
            .uuid("avatar_id", room -> room.of().avatar().value())
            .uuid("owner_id", room -> room.of().owner().value())
            .bigint("last_seq", Room::messages);
    private static final String INTO_CONVERSATION = """
            insert into conversation as c (shard_id, type, started_at, last_at, %s) select $1, 'owner', now(), now(), %s from %s
            """.formatted(ROOM.names(), ROOM.values(), ROOM.rows(1));
    private static final String OPEN = INTO_CONVERSATION + "on conflict do nothing";

    /**
     * Makes room for a number of messages in each conversation, which is created when it is new. The answer is the last number and
     * time of each, so the messages of this transaction are numbered backwards from there; the time never falls.
     */
    private static final String MAKE_ROOM = INTO_CONVERSATION + """
            on conflict (shard_id, id) do update set last_seq = c.last_seq + excluded.last_seq,
                last_at = greatest(c.last_at, excluded.last_at)
            returning c.id, c.last_seq, c.last_at
            """;

    private static final Columns<Numbered> SAID = new Columns<Numbered>()
            .uuid("conversation_id", said -> said.utterance().conversation().value())
            .timestamptz("at", Numbered::at)
            .bigint("seq", Numbered::seq)
            .uuid("id", said -> said.utterance().id().value())
            .uuid("avatar_id", said -> said.utterance().avatar().value())
            .text("author", said -> said.utterance().author().label())
            .text("content", said -> said.utterance().content())
            .uuid("in_reply_to", said -> inReplyTo(said.utterance()))
            .float8("mood", said -> said.utterance().mood())
            .jsonb("emotions", said -> json(said.utterance().emotions()))
            .text("tone", said -> said.utterance().tone())
            .text("voice", said -> said.utterance().voice())
            .text("act", said -> act(said.utterance()))
            .bigint("world_millis", said -> said.utterance().at().millis())
            .jsonb("about", said -> mentions(said.utterance().about()));
    private static final String APPEND = SAID.insertInto("message", "shard_id");

    private static final String RECENT = """
            select c.id, m.author, m.content, m.at, m.about::text from unnest($2::uuid[]) as c (id)
             cross join lateral (select author, content, at, seq, about from message where shard_id = $1 and conversation_id = c.id
                                  order by at desc, seq desc limit $3) as m
             order by c.id, m.seq
            """;

    private static final String ERASE_MESSAGES = """
            delete from message m using conversation c
             where c.shard_id = $1 and c.avatar_id = any($2) and m.shard_id = $1 and m.conversation_id = c.id
            """;
    private static final String PLACE = "select shard_id, owner_id, avatar_id from conversation where id = $1";
    private static final String PAGE = """
            select id, author, content, in_reply_to, mood, emotions::text as emotions, tone, act, voice, at, world_millis, seq
              from message where shard_id = $1 and conversation_id = $2 and (at, seq) < ($3, $4)
             order by at desc, seq desc limit $5
            """;

    private MessageTable() {}

    /** Whose a conversation is, and where it is kept. */
    public record Place(ShardId shard, AccountId owner, AvatarId avatar) {}

    /** A place in a conversation. */
    public record Position(Instant at, long seq) {
        /** After everything that was ever said. */
        public static final Position END = new Position(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);
    }

    /** Room for so many messages in a conversation. */
    private record Room(Opening of, long messages) {}

    private record Last(long seq, Instant at) {}

    private record Numbered(Utterance utterance, long seq, Instant at) {}

    /** Makes conversations that nothing was said in yet. */
    public static Uni<Void> open(SqlClient tx, ShardId shard, List<Opening> openings) {
        List<Room> rooms =
                openings.stream().map(opening -> new Room(opening, 0)).toList();
        return ROOM.execute(tx, OPEN, rooms, shard.value());
    }

    /** Stores messages in order, each as the latest of its conversation. */
    public static Uni<Void> append(SqlClient tx, ShardId shard, List<Utterance> utterances) {
        if (utterances.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<ConversationId, Room> rooms = new LinkedHashMap<>();
        for (Utterance said : utterances) {
            Opening of = new Opening(said.conversation(), said.avatar(), said.owner());
            rooms.merge(said.conversation(), new Room(of, 1), (room, one) -> new Room(room.of(), room.messages() + 1));
        }
        return makeRoom(tx, shard, rooms.values())
                .chain(last -> SAID.execute(tx, APPEND, numbered(utterances, rooms, last), shard.value()));
    }

    private static Uni<Map<ConversationId, Last>> makeRoom(SqlClient tx, ShardId shard, Collection<Room> rooms) {
        return tx.preparedQuery(MAKE_ROOM)
                .execute(ROOM.tuple(rooms, shard.value()))
                .map(rows -> {
                    Map<ConversationId, Last> last = new HashMap<>();
                    for (Row row : rows) {
                        last.put(
                                new ConversationId(row.getUUID(0)),
                                new Last(
                                        row.getLong(1), row.getOffsetDateTime(2).toInstant()));
                    }
                    return last;
                });
    }

    private static List<Numbered> numbered(
            List<Utterance> utterances, Map<ConversationId, Room> rooms, Map<ConversationId, Last> last) {
        Map<ConversationId, Long> next = new HashMap<>();
        rooms.forEach((id, room) -> next.put(id, last.get(id).seq() - room.messages() + 1));
        return utterances.stream()
                .map(said -> new Numbered(
                        said,
                        next.merge(said.conversation(), 1L, Long::sum) - 1,
                        last.get(said.conversation()).at()))
                .toList();
    }

    /** Null when it answers nothing. */
    private static UUID inReplyTo(Utterance said) {
        return said.inReplyTo() == null ? null : said.inReplyTo().value();
    }

    /** Null where nothing was done. */
    private static String act(Utterance said) {
        return said.act() == null ? null : said.act().label();
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
        return tx.preparedQuery("delete from " + table + " where shard_id = $1 and avatar_id = any($2)")
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
