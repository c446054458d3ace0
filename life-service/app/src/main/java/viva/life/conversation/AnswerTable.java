package viva.life.conversation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import viva.contracts.MessageId;
import viva.contracts.ShardId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.SpeakV1;
import viva.platform.messaging.Envelopes;

/** The table {@code answer}: which messages want an answer, and which have got their one. */
public final class AnswerTable {
    private static final Logger LOG = Logger.getLogger(AnswerTable.class);

    private static final String ASK =
            "INSERT INTO answer (shard_id, in_reply_to, message_id, avatar_id, due_at, request) "
                    + "SELECT $1, r, m, a, d, q::jsonb "
                    + "FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::text[]) AS t (r, m, a, d, q)";
    private static final String POSTPONE =
            "UPDATE answer SET due_at = t.d FROM unnest($2::uuid[], $3::timestamptz[]) AS t (r, d) "
                    + "WHERE shard_id = $1 AND in_reply_to = t.r AND spoken_at IS NULL";
    private static final String SPOKEN = "UPDATE answer SET spoken_at = clock_timestamp(), request = NULL "
            + "WHERE shard_id = $1 AND in_reply_to = ANY($2) AND spoken_at IS NULL";
    private static final String AWAITED =
            "SELECT due_at, request::text AS request FROM answer WHERE shard_id = $1 AND spoken_at IS NULL ORDER BY due_at";

    private AnswerTable() {}

    /** An answer was about to be given a second time. */
    public static final class AnsweredBefore extends RuntimeException {
        AnsweredBefore(int count) {
            super(count + " of these messages had been answered before");
        }
    }

    /** Notes that answers are awaited. */
    public static Uni<Void> ask(SqlClient tx, ShardId shard, List<Ask> asks) {
        if (asks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addInteger(shard.value())
                .addArrayOfUUID(asks.stream().map(a -> a.inReplyTo().value()).toArray(UUID[]::new))
                .addArrayOfUUID(asks.stream()
                        .map(a -> a.request().data().messageId().value())
                        .toArray(UUID[]::new))
                .addArrayOfUUID(asks.stream().map(a -> a.avatar().value()).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(asks.stream().map(a -> utc(a.dueAt())).toArray(OffsetDateTime[]::new))
                .addArrayOfString(
                        asks.stream().map(a -> Envelopes.encode(a.request())).toArray(String[]::new));
        return tx.preparedQuery(ASK).execute(columns).replaceWithVoid();
    }

    /** Notes that answers are awaited for longer. */
    public static Uni<Void> postpone(SqlClient tx, ShardId shard, Collection<Ask> asks) {
        if (asks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addInteger(shard.value())
                .addArrayOfUUID(asks.stream().map(a -> a.inReplyTo().value()).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(asks.stream().map(a -> utc(a.dueAt())).toArray(OffsetDateTime[]::new));
        return tx.preparedQuery(POSTPONE).execute(columns).replaceWithVoid();
    }

    /**
     * Notes that answers were given.
     *
     * @return fails with {@link AnsweredBefore} when one of them had been given before: the transaction must not go on
     */
    public static Uni<Void> spoken(SqlClient tx, ShardId shard, Collection<MessageId> inReplyTo) {
        if (inReplyTo.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] ids = inReplyTo.stream().map(MessageId::value).toArray(UUID[]::new);
        return tx.preparedQuery(SPOKEN).execute(Tuple.of(shard.value(), ids)).map(rows -> {
            if (rows.rowCount() != ids.length) {
                throw new AnsweredBefore(ids.length - rows.rowCount());
            }
            return null;
        });
    }

    /** Every answer of a shard that is still awaited; one that cannot be read is left out, so that the others are given. */
    public static Uni<List<Ask>> awaited(SqlClient client, ShardId shard) {
        return client.preparedQuery(AWAITED).execute(Tuple.of(shard.value())).map(rows -> {
            List<Ask> asks = new ArrayList<>(rows.size());
            for (Row row : rows) {
                try {
                    asks.add(new Ask(
                            request(row), row.getOffsetDateTime("due_at").toInstant()));
                } catch (RuntimeException e) {
                    LOG.errorf("an awaited answer of shard %s cannot be read, nobody gives it: %s", shard, e);
                }
            }
            return asks;
        });
    }

    private static CloudEvent<SpeakV1> request(Row row) {
        CloudEvent<?> event = Envelopes.decode(row.getString("request").getBytes(StandardCharsets.UTF_8));
        return new CloudEvent<>(
                event.specversion(),
                event.id(),
                event.source(),
                event.type(),
                event.subject(),
                event.time(),
                event.datacontenttype(),
                event.worldtime(),
                event.traceparent(),
                event.correlationid(),
                event.causationid(),
                (SpeakV1) event.data());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
