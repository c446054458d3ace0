package viva.relationship.rest;

import java.time.Instant;
import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.WorldTime;
import viva.relationship.bond.Bond;
import viva.relationship.bond.Feelings;
import viva.relationship.bond.History;
import viva.relationship.bond.Milestone;
import viva.relationship.bond.Side;
import viva.relationship.bond.Stance;
import viva.relationship.ledger.KeptBond;

/** A bond as one side sees it: nothing in it tells what the other side feels. */
public record BondView(
        AvatarId avatarId,
        AvatarId otherId,
        BondStatus status,
        double familiarity,
        double trust,
        double affection,
        double attraction,
        Feelings feelings,
        long encounters,
        long conflicts,
        List<Milestone> milestones,
        WorldTime metAt,
        WorldTime lastContact,
        long version,
        Instant updatedAt) {
    static BondView of(KeptBond kept, AvatarId avatar) {
        Bond bond = kept.bond();
        Side side = bond.pair().sideOf(avatar);
        Stance stance = bond.stance(side);
        History history = bond.history();
        return new BondView(
                avatar,
                bond.pair().on(side.other()),
                bond.statusSeenBy(side),
                bond.shared().familiarity().value(),
                bond.shared().trust().value(),
                stance.affection().value(),
                stance.attraction().value(),
                stance.feelings(),
                history.encounters(),
                history.conflicts(),
                history.milestones().stream()
                        .filter(m -> isKnown(m, bond, side))
                        .toList(),
                history.metAt(),
                history.lastContact(),
                kept.version(),
                kept.updatedAt());
    }

    /** A first crush is known to both once it was returned, and before that to the one who feels it. */
    private static boolean isKnown(Milestone milestone, Bond bond, Side side) {
        return milestone != Milestone.FIRST_CRUSH
                || bond.statusSeenBy(side) == BondStatus.CRUSH
                || bond.history().milestones().contains(Milestone.FOUND_LOVE_RETURNED);
    }
}
