package viva.relationship.bond;

import java.util.Optional;
import viva.contracts.BondStatus;

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
}
