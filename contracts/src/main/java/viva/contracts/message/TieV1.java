package viva.contracts.message;

import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.WorldTime;

/**
 * What the relationship service says of a bond, handed to the mind of one side.
 *
 * @param status as that side sees it
 * @param version of the bond; an older one than the mind knows changes nothing
 * @param previousStatus equal to {@code status} when only the numbers changed; null in what was said before that was told
 */
@MessageType("life.tie.v1")
public record TieV1(
        AvatarId avatarId,
        AvatarId otherId,
        BondStatus status,
        double familiarity,
        double trust,
        double affection,
        double attraction,
        long version,
        WorldTime at,
        BondStatus previousStatus)
        implements LifeCommand {
    /** The command that hands a change of a bond, as of {@code at}, to the mind of its side. */
    public static TieV1 of(BondChangedV1 bond, WorldTime at) {
        return new TieV1(
                bond.avatarId(),
                bond.otherId(),
                bond.status(),
                bond.familiarity(),
                bond.trust(),
                bond.affection(),
                bond.attraction(),
                bond.version(),
                at,
                bond.previousStatus());
    }
}
