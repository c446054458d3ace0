package viva.platform.erasure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ErasureDoneV1;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.outbox.Outbox;

/** Says that this service keeps nothing of an avatar, once its dead letters keep nothing either. */
@Singleton
public class ErasureAnswer {
    private final Pool pool;
    private final DeadLetterErasure letters;
    private final Outbox outbox;
    private final MessageFactory messages;
    private final String service;

    ErasureAnswer(
            Pool pool,
            DeadLetterErasure letters,
            Outbox outbox,
            MessageFactory messages,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.pool = pool;
        this.letters = letters;
        this.outbox = outbox;
        this.messages = messages;
        this.service = service;
    }

    /** How long handling an erasure may take: a full dead letter queue is gone through meanwhile. */
    public static Duration limit(Duration usual) {
        return usual.multipliedBy(3);
    }

    /** Called when everything else of the avatar is gone here. Completes on any thread, when the answer is in the outbox. */
    public Uni<Void> to(CloudEvent<?> request, AvatarDeletedV1 gone) {
        ErasureDoneV1 done = new ErasureDoneV1(gone.avatarId(), service, gone.round());
        return letters.erase(gone.avatarId())
                .chain(() -> outbox.append(pool, List.of(Outgoing.event(messages.causedBy(request, null, done)))))
                .invoke(outbox::committed);
    }
}
