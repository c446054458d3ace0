package viva.life.conversation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import viva.contracts.MessageId;
import viva.contracts.ShardId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.SpeakV1;
import viva.platform.columns.Columns;
import viva.platform.messaging.Envelopes;

/** The table {@code answer}: which messages want an answer, and which have got their one. */
public final class AnswerTable {
    private static final Logger LOG = Logger.getLogger(AnswerTable.class);

    private static final Columns<Ask> ASKS = new Columns<Ask>()
            .uuid("in_reply_to", ask -> ask.inReplyTo().value())
            .uuid("message_id", ask -> ask.request().data().messageId().value())
            .uuid("avatar_id", ask -> ask.avatar().value())
            .timestamptz("due_at", Ask::dueAt)
            .jsonb("request", ask -> Envelopes.encode(ask.request()));
    private static final String ASK = ASKS.insertInto("answer", "shard_id");

    private static final Columns<Ask> POSTPONED = new Columns<Ask>()
            .uuid("in_reply_to", ask -> ask.inReplyTo().value())
            .timestamptz("due_at", Ask::dueAt);
    private static final String POSTPONE = """
            update answer set due_at = rows.due_at from %s
             where answer.shard_id = $1 and answer.in_reply_to = rows.in_reply_to and spoken_at is null
            """.formatted(POSTPONED.rows(1));
    private static final String SPOKEN = """
            update answer set spoken_at = clock_timestamp(), request = null
             where shard_id = $1 and in_reply_to = any($2) and spoken_at is null
            """;
    private static final String AWAITED = """
            select due_at, request::text as request from answer where shard_id = $1 and spoken_at is null order by due_at
            """;

    private AnswerTable() {}

    /** An answer was about to be given a second time. */
    public static final class AnsweredBefore extends RuntimeException {
        AnsweredBefore(int count) {
            super(count + " of these messages had been answered before");
        }
    }

    /** Notes that answers are awaited. */
    public static Uni<Void> ask(SqlClient tx, ShardId shard, List<Ask> asks) {
        return ASKS.execute(tx, ASK, asks, shard.value());
    }

    /** Notes that answers are awaited for longer. */
    public static Uni<Void> postpone(SqlClient tx, ShardId shard, Collection<Ask> asks) {
        return POSTPONED.execute(tx, POSTPONE, asks, shard.value());
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
}
