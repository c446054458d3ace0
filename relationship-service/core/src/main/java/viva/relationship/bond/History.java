package viva.relationship.bond;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import viva.contracts.BondStatus;
import viva.contracts.WorldTime;

/**
 * What two avatars went through.
 *
 * @param lastContact never before {@code metAt}
 * @param encounters how often they met, at least 0
 * @param conflicts how often it became complicated, at least 0
 */
public record History(
        WorldTime metAt, WorldTime lastContact, long encounters, long conflicts, Set<Milestone> milestones) {
    public History {
        EnumSet<Milestone> copy = EnumSet.noneOf(Milestone.class);
        copy.addAll(milestones);
        milestones = Collections.unmodifiableSet(copy);
    }

    static History beginning(WorldTime at) {
        return new History(at, at, 0, 0, Set.of());
    }

    History contact(WorldTime at) {
        return new History(metAt, at, encounters + 1, conflicts, milestones);
    }

    History step(BondStatus from, BondStatus to) {
        boolean conflict = from != to && to == BondStatus.COMPLICATED;
        Set<Milestone> more = EnumSet.noneOf(Milestone.class);
        more.addAll(milestones);
        milestone(from, to).ifPresent(more::add);
        return new History(metAt, lastContact, encounters, conflict ? conflicts + 1 : conflicts, more);
    }

    /** The milestone that a step reaches, unless the pair had it before. */
    Optional<Milestone> milestone(BondStatus from, BondStatus to) {
        return from == to ? Optional.empty() : Milestone.of(from, to).filter(m -> !milestones.contains(m));
    }
}
