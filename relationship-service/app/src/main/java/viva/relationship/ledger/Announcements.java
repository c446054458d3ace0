package viva.relationship.ledger;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.DepartureReason;
import viva.contracts.WorldTime;
import viva.contracts.message.BondEndedV1;
import viva.contracts.message.Event;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.panache.SessionOutbox;
import viva.relationship.bond.Bond;
import viva.relationship.bond.Evolution;
import viva.relationship.bond.Side;

/** Tells both sides of a bond what became of it, each as that side sees it, in the transaction of the change. */
@Singleton
class Announcements {
    private final SessionOutbox outbox;
    private final MessageFactory messages;

    Announcements(SessionOutbox outbox, MessageFactory messages) {
        this.outbox = outbox;
        this.messages = messages;
    }

    /**
     * Tells of the steps of one change.
     *
     * @param version of the bond after the last step; each step before it has one less than the next
     * @param conversation what led to the change, if it was one
     */
    Uni<Void> tell(List<Evolution> steps, long version, Optional<Conversation> conversation) {
        ConversationId talk = conversation.map(Conversation::id).orElse(null);
        List<Outgoing> news = new ArrayList<>();
        long next = version - steps.size();
        for (Evolution step : steps) {
            next++;
            WorldTime at = step.after().history().lastContact();
            news.add(envelope(step.told(next, talk), at, conversation));
        }
        return outbox.append(news);
    }

    /** Tells one side that a bond was deleted. */
    Uni<Void> ended(KeptBond last, Side side, DepartureReason reason) {
        return outbox.append(end(last, side, reason));
    }

    /** Tells the other sides of an erased avatar's bonds that these were deleted. */
    Uni<Void> ended(List<KeptBond> last, AvatarId erased) {
        return outbox.append(last.stream()
                .map(kept -> end(kept, kept.bond().pair().sideOf(erased).other(), DepartureReason.GONE))
                .toList());
    }

    private Outgoing end(KeptBond last, Side side, DepartureReason reason) {
        Bond bond = last.bond();
        BondEndedV1 event = new BondEndedV1(
                bond.pair().on(side),
                bond.pair().on(side.other()),
                bond.statusSeenBy(side),
                reason,
                last.version() + 1);
        return Outgoing.event(messages.first(event));
    }

    private Outgoing envelope(Event event, WorldTime at, Optional<Conversation> conversation) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return Outgoing.event(conversation
                .map(talk -> messages.causedBy(talk.news(), id, at, event))
                .orElseGet(() -> messages.first(id, at, event)));
    }
}
