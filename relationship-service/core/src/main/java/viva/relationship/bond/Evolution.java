package viva.relationship.bond;

import java.util.Optional;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.message.BondEvolvedV1;

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
     * What both sides are told of the change, each as it sees it.
     *
     * @param version of the bond after the change
     * @param talk the conversation that led to it, or null
     */
    public BondEvolvedV1 told(long version, ConversationId talk) {
        return new BondEvolvedV1(
                after.pair().first(),
                after.pair().second(),
                before.history().encounters() == 0,
                after.shared().familiarity().value(),
                after.shared().trust().value(),
                version,
                talk,
                view(Side.FIRST),
                view(Side.SECOND));
    }

    private BondEvolvedV1.View view(Side side) {
        Stance stance = after.stance(side);
        return new BondEvolvedV1.View(
                after.statusSeenBy(side),
                before.statusSeenBy(side),
                stance.affection().value(),
                stance.attraction().value(),
                milestone()
                        .filter(milestone -> concerns(side, milestone))
                        .map(Milestone::label)
                        .orElse(null));
    }
}
