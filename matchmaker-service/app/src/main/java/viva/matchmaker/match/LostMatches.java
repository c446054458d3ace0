package viva.matchmaker.match;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import viva.contracts.AvatarId;
import viva.contracts.DepartureReason;
import viva.contracts.message.MatchLostV1;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.panache.SessionOutbox;

/** Tells avatars that somebody whom they heard of cannot be met. Every method needs a transaction. */
@Singleton
public class LostMatches {
    private final PgAnnounced announced;
    private final SessionOutbox outbox;
    private final MessageFactory messages;

    LostMatches(PgAnnounced announced, SessionOutbox outbox, MessageFactory messages) {
        this.announced = announced;
        this.outbox = outbox;
        this.messages = messages;
    }

    /** An avatar rests: all who were told of it take it back, until it is found again. */
    public Uni<Void> resting(AvatarId avatar) {
        return announced.lose(avatar).chain(told -> tell(told, avatar, DepartureReason.RESTING));
    }

    /** Tells each of {@code told} that {@code lost} is not to be met, in the order of their ids. */
    public Uni<Void> tell(Collection<AvatarId> told, AvatarId lost, DepartureReason reason) {
        return outbox.append(told.stream()
                .sorted(Comparator.comparing(AvatarId::toString))
                .map(avatar -> Outgoing.event(messages.first(new MatchLostV1(avatar, lost, reason))))
                .toList());
    }
}
