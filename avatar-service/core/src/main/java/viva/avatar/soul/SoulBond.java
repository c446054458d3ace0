package viva.avatar.soul;

import java.util.List;
import viva.contracts.BondStatus;
import viva.contracts.WorldTime;

/**
 * A bond in a soul file, as the avatar's owner sees it.
 *
 * @param status as the avatar sees it
 * @param familiarity in [0, 1], as are {@code trust}, {@code affection} and {@code attraction}
 * @param milestones labels such as {@code became_friends}
 * @param metAt in the world that it comes from; null when they never met
 * @param lastContact likewise
 */
public record SoulBond(
        Known other,
        BondStatus status,
        double familiarity,
        double trust,
        double affection,
        double attraction,
        long encounters,
        long conflicts,
        List<String> milestones,
        WorldTime metAt,
        WorldTime lastContact) {
    public SoulBond {
        milestones = List.copyOf(milestones);
    }
}
