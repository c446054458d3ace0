package viva.contracts.message;

import viva.contracts.AvatarId;

/** What the relationship service says about the bond of {@link #avatarId()} with {@link #otherId()}, from the first one's side. */
public sealed interface BondEvent extends Event permits BondFormedV1, BondChangedV1, BondEndedV1, MilestoneReachedV1 {
    AvatarId otherId();
}
