package viva.avatar.registry;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import viva.contracts.CarriedMind;
import viva.contracts.message.AvatarCreatedV1;
import viva.contracts.message.AvatarDeactivatedV1;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.AvatarEvent;
import viva.contracts.message.AvatarUpdatedV1;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.panache.SessionOutbox;

/** Tells the other services about avatars, in the transaction of the change. */
@Singleton
class Announcements {
    private final SessionOutbox outbox;
    private final MessageFactory messages;

    Announcements(SessionOutbox outbox, MessageFactory messages) {
        this.outbox = outbox;
        this.messages = messages;
    }

    /** @param mind with which its life begins, or null */
    Uni<Void> created(Avatar avatar, CarriedMind mind) {
        return say(new AvatarCreatedV1(avatar.id(), avatar.owner(), avatar.version(), avatar.profile(), mind));
    }

    Uni<Void> changed(Avatar before, Avatar after) {
        return newsOf(before, after)
                .map(this::say)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    Uni<Void> deleted(Avatar last) {
        return say(new AvatarDeletedV1(last.id(), versionAfter(last)));
    }

    /** The version with which an avatar is told to be gone. */
    static long versionAfter(Avatar last) {
        return last.version() + 1;
    }

    /** What a change means to others. A resting avatar changes quietly: the event that wakes it carries the whole profile. */
    private static Optional<AvatarEvent> newsOf(Avatar before, Avatar after) {
        if (after.version() == before.version()) {
            return Optional.empty();
        }
        if (after.active()) {
            return Optional.of(new AvatarUpdatedV1(after.id(), after.owner(), after.version(), after.profile()));
        }
        return before.active() ? Optional.of(new AvatarDeactivatedV1(after.id(), after.version())) : Optional.empty();
    }

    private Uni<Void> say(AvatarEvent event) {
        return outbox.append(Outgoing.event(messages.first(event)));
    }
}
