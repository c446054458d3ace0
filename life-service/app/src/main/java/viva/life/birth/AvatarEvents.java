package viva.life.birth;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import viva.contracts.message.AvatarCreatedV1;
import viva.contracts.message.AvatarDeactivatedV1;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.AvatarEvent;
import viva.contracts.message.AvatarUpdatedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.LifecycleV1;
import viva.contracts.message.LifecycleV1.Wish;
import viva.life.handover.Handover;
import viva.platform.erasure.DeadLetterErasure;
import viva.platform.erasure.ErasureAnswer;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;

/**
 * Hands what the avatar service says on to the shard that lives the avatar. The command's id is derived from the event's, so that an
 * event that comes twice is one command. The dead letters of an erased avatar, which belong to no shard, are dropped here.
 */
@Singleton
class AvatarEvents implements QueueHandler<AvatarEvent> {
    private final Handover handover;
    private final MessageFactory messages;
    private final DeadLetterErasure letters;

    AvatarEvents(Handover handover, MessageFactory messages, DeadLetterErasure letters) {
        this.handover = handover;
        this.messages = messages;
        this.letters = letters;
    }

    @Override
    public String queue() {
        return Topology.LIFE_AVATARS;
    }

    @Override
    public Class<AvatarEvent> type() {
        return AvatarEvent.class;
    }

    @Override
    public Duration limit(Duration usual) {
        return ErasureAnswer.limit(usual);
    }

    @Override
    public Uni<Void> handle(CloudEvent<AvatarEvent> message) {
        Uni<Void> lettersGone = message.data() instanceof AvatarDeletedV1 gone
                ? letters.erase(gone.avatarId())
                : Uni.createFrom().voidItem();
        return lettersGone.chain(
                () -> handover.toShards(List.of(messages.causedBy(message, null, command(message.data())))));
    }

    private static LifecycleV1 command(AvatarEvent event) {
        return switch (event) {
            case AvatarCreatedV1 e ->
                new LifecycleV1(e.avatarId(), e.ownerId(), Wish.LIVES, e.version(), e.profile(), 0, e.mind());
            case AvatarUpdatedV1 e -> new LifecycleV1(e.avatarId(), e.ownerId(), Wish.LIVES, e.version(), e.profile());
            case AvatarDeactivatedV1 e -> new LifecycleV1(e.avatarId(), null, Wish.RESTS, e.version(), null);
            case AvatarDeletedV1 e ->
                new LifecycleV1(e.avatarId(), null, Wish.ERASED, e.version(), null, e.round(), null);
        };
    }
}
