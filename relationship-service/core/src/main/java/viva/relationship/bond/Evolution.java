package viva.relationship.bond;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.BondEvent;
import viva.contracts.message.BondFormedV1;
import viva.contracts.message.MilestoneReachedV1;

/** A bond after a change, and what the change was. */
public record Evolution(Bond before, Bond after) {
    /** The milestone that was reached, if one was. */
    public Optional<Milestone> milestone() {
        return before.history().milestone(before.status(), after.status());
    }

    /** Whether this side is told of the milestone: a one-sided crush is only the business of the one who feels it. */
    public boolean concerns(Side side, Milestone milestone) {
        return milestone != Milestone.FIRST_CRUSH || after.statusSeenBy(side) == BondStatus.CRUSH;
    }

    /**
     * What one side is told of the change, as that side sees it.
     *
     * @param version of the bond after the change
     * @param talk the conversation that led to it, or null
     */
    public List<BondEvent> news(Side side, long version, ConversationId talk) {
        AvatarId self = after.pair().on(side);
        AvatarId other = after.pair().on(side.other());
        List<BondEvent> news = new ArrayList<>();
        if (before.history().encounters() == 0) {
            news.add(new BondFormedV1(self, other, after.statusSeenBy(side)));
        }
        news.add(changed(side, version, talk));
        milestone()
                .filter(milestone -> concerns(side, milestone))
                .ifPresent(milestone -> news.add(new MilestoneReachedV1(self, other, milestone.label())));
        return news;
    }

    /** The new status and numbers as one side sees them; the parameters are those of {@link #news}. */
    public BondChangedV1 changed(Side side, long version, ConversationId talk) {
        Stance stance = after.stance(side);
        return new BondChangedV1(
                after.pair().on(side),
                after.pair().on(side.other()),
                after.statusSeenBy(side),
                before.statusSeenBy(side),
                after.shared().familiarity().value(),
                after.shared().trust().value(),
                stance.affection().value(),
                stance.attraction().value(),
                version,
                talk);
    }
}
