package viva.gateway.channel;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.Emotions;
import viva.contracts.MessageId;
import viva.contracts.VoiceKind;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.Event;
import viva.platform.messaging.ConfirmedPublisher;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.testkit.Waiting;

/** Says what the other services would say. */
@Singleton
public class Happenings {
    private static final Duration PATIENCE = Waiting.PATIENCE;
    private static final Emotions JOYFUL = new Emotions(0.7, 0, 0, 0, 0, 0, 0.1, 0, 0.2, 0);

    private final ConfirmedPublisher publisher;
    private final MessageFactory messages;
    private final Pool pool;

    Happenings(ConfirmedPublisher publisher, MessageFactory messages, Pool pool) {
        this.publisher = publisher;
        this.messages = messages;
        this.pool = pool;
    }

    /** Publishes an event and answers its envelope, so that it can be published again. */
    public <T extends Event> CloudEvent<T> happens(T event) {
        CloudEvent<T> message = messages.first(event);
        publish(message);
        return message;
    }

    public void publish(CloudEvent<? extends Event> message) {
        publisher.publish(List.of(Outgoing.event(message))).await().atMost(PATIENCE);
    }

    /** Waits until the timeline has it: a join before that misses nothing. */
    public void awaitTold(CloudEvent<?> event) {
        Tuple id = Tuple.of(UUID.fromString(event.id().toString()));
        Waiting.await()
                .until(() -> pool.preparedQuery("select 1 from timeline where event_id = $1")
                                .execute(id)
                                .await()
                                .atMost(PATIENCE)
                                .size()
                        > 0);
    }

    /** The avatar answers its owner. */
    public CloudEvent<ConversationMessageV1> answers(AvatarId avatar, AccountId owner, String content) {
        return happens(said(avatar, owner, Author.AVATAR, new MessageId(UUID.randomUUID()), content));
    }

    static ConversationMessageV1 said(
            AvatarId avatar, AccountId owner, Author author, MessageId message, String content) {
        boolean avatars = author == Author.AVATAR;
        return ConversationMessageV1.withOwner(
                avatar,
                owner,
                new ConversationId(new UUID(7, 7)),
                message,
                avatars ? new MessageId(new UUID(1, 1)) : null,
                author,
                content,
                avatars ? 0.5 : 0,
                avatars ? JOYFUL : null,
                avatars ? "warm" : null,
                avatars ? DialogueAct.GREET : null,
                avatars ? VoiceKind.OFFLINE : null,
                List.of());
    }
}
