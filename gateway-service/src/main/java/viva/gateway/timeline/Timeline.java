package viva.gateway.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.Json;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Event;
import viva.contracts.message.MessageTypes;

/** What happened to each avatar, in order: the source of live pushes, of resuming after a break and of the owner's digest. */
@Singleton
public class Timeline {
    /** An entry that a newer release wrote, and this one does not know, is passed over. */
    private static final String[] KNOWN_TYPES = MessageTypes.all().entrySet().stream()
            .filter(type -> Event.class.isAssignableFrom(type.getValue()))
            .map(Map.Entry::getKey)
            .toArray(String[]::new);

    /** One statement, so that the head's row lock lasts until the entry is visible. */
    private static final String APPEND = """
            with head as (
              insert into timeline_head (avatar_id, seq)
              select $1, 1 where not exists (select 1 from timeline where avatar_id = $1 and event_id = $2)
                and not exists (select 1 from erased_avatar where id = any($8))
              on conflict (avatar_id) do update set seq = timeline_head.seq + 1
              returning seq),
            added as (
              insert into timeline (avatar_id, seq, event_id, owner_id, type, payload, at, news)
              select $1, head.seq, $2, $3, $4,
                case when $5::jsonb -> 'about' is null then $5 else without_erased($5) end, $6, $7 from head
              on conflict (avatar_id, event_id) do nothing
              returning seq)
            select seq from added union all select seq from timeline where avatar_id = $1 and event_id = $2
            """;

    private static final String HEAD = "select seq, seen_seq from timeline_head where avatar_id = $1";
    private static final String OF_AVATAR =
            "select avatar_id, seq, event_id, type, payload::text, at from timeline where avatar_id = $1 ";
    private static final String AFTER = OF_AVATAR + "and seq > $2 and type = any($3) order by seq limit $4";
    private static final String LATEST =
            OF_AVATAR + "and seq > $2 and seq <= $3 and type = any($4) order by seq desc limit $5";
    private static final String NEWS =
            OF_AVATAR + "and news and seq > $2 and seq <= $3 and type = any($4) order by seq desc limit $5";
    private static final String NEWS_SINCE =
            OF_AVATAR + "and news and at >= $2 and type = any($3) order by seq desc limit $4";
    private static final String FIND = OF_AVATAR + "and event_id = $2 and type = any($3)";
    private static final String BOND_CHANGE = OF_AVATAR + "and type = $2 and payload ->> 'other_id' = $3 "
            + "and payload ->> 'conversation_id' is not null order by abs(seq - $4) limit 1";
    private static final String SEEN =
            "update timeline_head set seen_seq = $2 where avatar_id = $1 and seen_seq < $2 and seq >= $2";

    private final Pool pool;
    private final ObjectMapper json = Json.mapper();

    Timeline(Pool pool) {
        this.pool = pool;
    }

    /**
     * Adds an event to its avatar's timeline, once.
     *
     * @param message the envelope that {@code event} came in
     * @param owner of the avatar, or null when the event does not tell
     * @return the entry's seq, old or new; empty when another transaction adds the same event right now, and when the avatar it is about,
     *     or another one that it tells of, was erased
     */
    Uni<Optional<Long>> append(CloudEvent<?> message, Event event, AccountId owner) {
        return append(pool, new Addition(message, event, owner));
    }

    /** What is to be added: see {@link #append(CloudEvent, Event, AccountId)}. */
    record Addition(CloudEvent<?> message, Event event, AccountId owner) {
        AvatarId avatar() {
            return message.subject();
        }
    }

    /**
     * Adds events to the timelines of their avatars, each once, and all of them or none. Those of one avatar stay in order.
     *
     * @return the last seq that one of the entries has on each timeline
     */
    Uni<Map<AvatarId, Long>> append(List<Addition> additions) {
        return switch (additions.size()) {
            case 0 -> Uni.createFrom().item(Map.of());
            case 1 -> append(pool, additions).map(seqs -> last(additions, seqs));
            default -> {
                // The heads are locked in the order in which everybody locks several.
                List<Addition> ordered = additions.stream()
                        .sorted(Comparator.comparing(
                                addition -> addition.avatar().toString()))
                        .toList();
                yield pool.withTransaction(tx -> append(tx, ordered)).map(seqs -> last(ordered, seqs));
            }
        };
    }

    /** The statements are sent without waiting for each other's answers. */
    private Uni<List<Optional<Long>>> append(SqlClient client, List<Addition> additions) {
        return Uni.join()
                .all(additions.stream()
                        .map(addition -> append(client, addition))
                        .toList())
                .andFailFast();
    }

    private static Map<AvatarId, Long> last(List<Addition> additions, List<Optional<Long>> seqs) {
        Map<AvatarId, Long> last = new LinkedHashMap<>();
        for (int n = 0; n < additions.size(); n++) {
            AvatarId avatar = additions.get(n).avatar();
            seqs.get(n).ifPresent(seq -> last.merge(avatar, seq, Math::max));
        }
        return last;
    }

    private Uni<Optional<Long>> append(SqlClient client, Addition addition) {
        CloudEvent<?> message = addition.message();
        Event event = addition.event();
        AccountId owner = addition.owner();
        Tuple row = Tuple.tuple()
                .addUUID(message.subject().value())
                .addUUID(message.id())
                .addUUID(owner == null ? null : owner.value())
                .addString(message.type())
                .addValue(new JsonObject(write(event)))
                .addOffsetDateTime(message.time().atOffset(ZoneOffset.UTC))
                .addBoolean(News.isNews(event))
                .addArrayOfUUID(pseudonyms(message.subject(), event));
        return client.preparedQuery(APPEND).execute(row).map(rows -> {
            for (Row found : rows) {
                return Optional.of(found.getLong(0));
            }
            return Optional.empty();
        });
    }

    /** Those of everybody whom an entry is about, as they would stand among the erased. */
    private static UUID[] pseudonyms(AvatarId subject, Event event) {
        return Stream.concat(Stream.of(subject), About.others(event).stream())
                .map(one -> one.pseudonym().value())
                .toArray(UUID[]::new);
    }

    /** How far the avatar's timeline goes now. */
    public Uni<Head> head(AvatarId avatar) {
        return pool.preparedQuery(HEAD).execute(Tuple.of(avatar.value())).map(rows -> {
            for (Row row : rows) {
                return new Head(row.getLong(0), row.getLong(1));
            }
            return Head.EMPTY;
        });
    }

    /** The entries after {@code seq}, oldest first, at most {@code limit}. */
    public Uni<List<Entry>> after(AvatarId avatar, long seq, int limit) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(avatar.value(), seq, KNOWN_TYPES, limit))
                .map(this::entries);
    }

    /** The latest entries after {@code seq} up to and including {@code last}, oldest first, at most {@code limit}. */
    public Uni<List<Entry>> latest(AvatarId avatar, long seq, long last, int limit) {
        return pool.preparedQuery(LATEST)
                .execute(Tuple.of(avatar.value(), seq, last, KNOWN_TYPES, limit))
                .map(rows -> entries(rows).reversed());
    }

    /** The latest news after {@code seq} up to and including {@code last}, oldest first, at most {@code limit}. */
    public Uni<List<Entry>> news(AvatarId avatar, long seq, long last, int limit) {
        return pool.preparedQuery(NEWS)
                .execute(Tuple.of(avatar.value(), seq, last, KNOWN_TYPES, limit))
                .map(rows -> entries(rows).reversed());
    }

    /** The latest news said at {@code since} or later, oldest first, at most {@code limit}. */
    public Uni<List<Entry>> newsSince(AvatarId avatar, Instant since, int limit) {
        return pool.preparedQuery(NEWS_SINCE)
                .execute(Tuple.of(avatar.value(), since.atOffset(ZoneOffset.UTC), KNOWN_TYPES, limit))
                .map(rows -> entries(rows).reversed());
    }

    /** The entry of one event. */
    public Uni<Optional<Entry>> find(AvatarId avatar, UUID eventId) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(avatar.value(), eventId, KNOWN_TYPES))
                .map(this::first);
    }

    /** The change of the bond with {@code other} that a conversation made and that is nearest to {@code seq}. */
    public Uni<Optional<Entry>> bondChangeNear(AvatarId avatar, AvatarId other, long seq) {
        return pool.preparedQuery(BOND_CHANGE)
                .execute(Tuple.of(avatar.value(), MessageTypes.nameOf(BondChangedV1.class), other.toString(), seq))
                .map(this::first);
    }

    /** The owner has seen everything up to {@code seq}. */
    public Uni<Void> seen(AvatarId avatar, long seq) {
        return pool.preparedQuery(SEEN).execute(Tuple.of(avatar.value(), seq)).replaceWithVoid();
    }

    private Optional<Entry> first(RowSet<Row> rows) {
        return entries(rows).stream().findFirst();
    }

    private List<Entry> entries(RowSet<Row> rows) {
        List<Entry> entries = new ArrayList<>(rows.size());
        for (Row row : rows) {
            entries.add(new Entry(
                    new AvatarId(row.getUUID(0)),
                    row.getLong(1),
                    row.getUUID(2),
                    row.getOffsetDateTime(5).toInstant(),
                    read(
                            row.getString(4),
                            MessageTypes.all().get(row.getString(3)).asSubclass(Event.class))));
        }
        return entries;
    }

    private String write(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write an event", e);
        }
    }

    private Event read(String payload, Class<? extends Event> type) {
        try {
            return json.readValue(payload, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot read a timeline entry", e);
        }
    }
}
