package viva.gateway.command;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.message.OwnerMessageV1;
import viva.gateway.account.Whereabouts;
import viva.gateway.command.Receipt.ClientIdTaken;
import viva.gateway.command.Receipt.Taken;
import viva.gateway.limit.LimitConfig;
import viva.gateway.limit.Limits;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.outbox.Outbox;
import viva.platform.service.problem.Rejected;

/**
 * Takes what owners say to their avatars. A message is taken when its command to the avatar's shard is committed to the outbox;
 * from then on it is answered exactly once, whatever dies on the way.
 */
@Singleton
public class OwnerMessages {
    private static final String REMEMBER =
            "insert into sent_message (avatar_id, client_id, message_id, content_sha256) "
                    + "select $1, $2, $3, $4 where not exists (select 1 from erased_avatar where id = pseudonym($1)) "
                    + "on conflict do nothing";
    private static final String RECALL =
            "select message_id, content_sha256 from sent_message where avatar_id = $1 and client_id = $2";

    private final Pool pool;
    private final Outbox outbox;
    private final MessageFactory messages;
    private final Whereabouts whereabouts;
    private final Limits limits;
    private final LimitConfig limit;
    private final Clock clock = Clock.systemUTC();

    OwnerMessages(
            Pool pool,
            Outbox outbox,
            MessageFactory messages,
            Whereabouts whereabouts,
            Limits limits,
            LimitConfig limit) {
        this.pool = pool;
        this.outbox = outbox;
        this.messages = messages;
        this.whereabouts = whereabouts;
        this.limits = limits;
        this.limit = limit;
    }

    /**
     * Takes a message. The caller has made sure that the avatar is the owner's. Completes after the commit; fails with 429 when the
     * owner has sent enough for today, and with 404 when it was to be remembered of an avatar that was erased meanwhile.
     *
     * @param clientId the client's own id of the message, or null when it will not send it again
     */
    public Uni<Receipt> take(AccountId owner, AvatarId avatar, MessageContent content, ClientId clientId) {
        MessageId id = new MessageId(UuidCreator.getTimeOrderedEpoch());
        Instant now = clock.instant();
        return limits.take(limit.messages(), owner.toString())
                .chain(() -> whereabouts.of(owner))
                .map(place ->
                        new OwnerMessageV1(avatar, owner, id, content.text(), now, place.locale(), place.country()))
                .chain(message -> clientId == null
                        ? say(pool, message)
                        : pool.withTransaction(tx -> sayOnce(tx, message, clientId)))
                .invoke(outbox::committed);
    }

    private Uni<Receipt> sayOnce(SqlConnection tx, OwnerMessageV1 message, ClientId clientId) {
        byte[] hash = sha256(message.content());
        Tuple row = Tuple.of(
                message.avatarId().value(),
                clientId.value(),
                message.messageId().value(),
                Buffer.buffer(hash));
        return tx.preparedQuery(REMEMBER)
                .execute(row)
                .chain(rows ->
                        rows.rowCount() == 1 ? say(tx, message) : recall(tx, message.avatarId(), clientId, hash));
    }

    private Uni<Receipt> say(SqlClient tx, OwnerMessageV1 message) {
        return outbox.append(tx, List.of(Outgoing.toAvatar(messages.first(message))))
                .replaceWith(new Taken(message.messageId()));
    }

    private static Uni<Receipt> recall(SqlConnection tx, AvatarId avatar, ClientId clientId, byte[] hash) {
        return tx.preparedQuery(RECALL)
                .execute(Tuple.of(avatar.value(), clientId.value()))
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Rejected.notFound("avatar");
                    }
                    var row = rows.iterator().next();
                    boolean same = Arrays.equals(row.getBuffer(1).getBytes(), hash);
                    return same ? new Taken(new MessageId(row.getUUID(0))) : new ClientIdTaken();
                });
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
