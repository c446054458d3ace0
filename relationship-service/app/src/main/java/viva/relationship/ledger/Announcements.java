package viva.relationship.ledger;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.BondEvent;
import viva.contracts.message.BondFormedV1;
import viva.contracts.message.MilestoneReachedV1;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.panache.SessionOutbox;
import viva.relationship.bond.Bond;
import viva.relationship.bond.Evolution;
import viva.relationship.bond.Side;
import viva.relationship.bond.Stance;

/** Tells each side of a bond what became of it, as that side sees it, in the transaction of the change. */
@Singleton
class Announcements {
    private final SessionOutbox outbox;
    private final MessageFactory messages;

    Announcements(SessionOutbox outbox, MessageFactory messages) {
        this.outbox = outbox;
        this.messages = messages;
    }

    Uni<Void> tell(List<Evolution> steps, long version) {
        List<Outgoing> news = new ArrayList<>();
        for (Side side : Side.values()) {
            for (Evolution step : steps) {
                WorldTime at = step.after().history().lastContact();
                newsFor(side, step, version).forEach(event -> news.add(envelope(event, at)));
            }
        }
        return outbox.append(news);
    }

    private static List<BondEvent> newsFor(Side side, Evolution step, long version) {
        Bond after = step.after();
        AvatarId self = after.pair().on(side);
        AvatarId other = after.pair().on(side.other());
        List<BondEvent> news = new ArrayList<>();
        if (step.before().history().encounters() == 0) {
            news.add(new BondFormedV1(self, other, after.statusSeenBy(side).label()));
        }
        news.add(changed(side, step, version));
        step.milestone()
                .filter(milestone -> step.concerns(side, milestone))
                .ifPresent(milestone -> news.add(new MilestoneReachedV1(self, other, milestone.label())));
        return news;
    }

    private static BondChangedV1 changed(Side side, Evolution step, long version) {
        Bond after = step.after();
        Stance stance = after.stance(side);
        return new BondChangedV1(
                after.pair().on(side),
                after.pair().on(side.other()),
                after.statusSeenBy(side).label(),
                step.before().statusSeenBy(side).label(),
                after.shared().familiarity().value(),
                after.shared().trust().value(),
                stance.affection().value(),
                stance.attraction().value(),
                version,
                null);
    }

    private Outgoing envelope(BondEvent event, WorldTime at) {
        return Outgoing.event(messages.first(UuidCreator.getTimeOrderedEpoch(), at, event));
    }
}
