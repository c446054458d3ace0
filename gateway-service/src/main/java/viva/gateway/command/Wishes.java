package viva.gateway.command;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.contracts.message.EndConversationV1;
import viva.contracts.message.EraseConcernV1;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.OwnerCameV1;
import viva.contracts.message.StartConversationV1;
import viva.contracts.message.TriggerThoughtV1;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.outbox.Outbox;

/**
 * Takes what owners wish of their avatars. A wish is taken when its command to the avatar's shard is committed to the outbox; what
 * becomes of it is the avatar's own business. The callers have made sure that the avatar is the owner's.
 */
@Singleton
public class Wishes {
    private final Pool pool;
    private final Outbox outbox;
    private final MessageFactory messages;
    private final Clock clock = Clock.systemUTC();

    Wishes(Pool pool, Outbox outbox, MessageFactory messages) {
        this.pool = pool;
        this.outbox = outbox;
        this.messages = messages;
    }

    /**
     * The avatar shall talk with another one, which is not itself and is there.
     *
     * @return the conversation that the two will have if both take part
     */
    public Uni<ConversationId> talk(AccountId owner, AvatarId avatar, AvatarId other) {
        ConversationId id = new ConversationId(UuidCreator.getTimeOrderedEpoch());
        return take(new StartConversationV1(avatar, owner, id, other, clock.instant()))
                .replaceWith(id);
    }

    /** The avatar shall end a conversation; null means whichever it is in. */
    public Uni<Void> endTalk(AccountId owner, AvatarId avatar, ConversationId conversation) {
        return take(new EndConversationV1(avatar, owner, conversation, clock.instant()));
    }

    /** The avatar shall say what it thinks right now. */
    public Uni<MessageId> think(AccountId owner, AvatarId avatar) {
        MessageId request = new MessageId(UuidCreator.getTimeOrderedEpoch());
        return take(new TriggerThoughtV1(avatar, owner, request, clock.instant()))
                .replaceWith(request);
    }

    /** The avatar shall be concerned about its owner no longer. */
    public Uni<Void> eraseConcern(AccountId owner, AvatarId avatar) {
        MessageId request = new MessageId(UuidCreator.getTimeOrderedEpoch());
        return take(new EraseConcernV1(avatar, owner, request, clock.instant()));
    }

    /** The avatar shall know that its owner came back. */
    public Uni<Void> welcome(OwnerCameV1 came) {
        return take(came);
    }

    private Uni<Void> take(LifeCommand command) {
        return outbox.append(pool, List.of(Outgoing.toAvatar(messages.first(command))))
                .invoke(outbox::committed);
    }
}
