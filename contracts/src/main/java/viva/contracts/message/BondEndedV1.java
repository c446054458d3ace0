package viva.contracts.message;

import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.DepartureReason;

/**
 * A bond is no more, and nothing of it comes back by itself. Said once for each side that is still there.
 *
 * @param otherId null where it is told to somebody who must not know the id of an erased avatar
 * @param status what the two were to each other as this side saw it
 * @param reason {@link DepartureReason#GONE}, {@link DepartureReason#BLOCKED} or {@link DepartureReason#PARTED}
 * @param version follows on that of the bond's last change
 */
@MessageType("bond.ended.v1")
public record BondEndedV1(AvatarId avatarId, AvatarId otherId, BondStatus status, DepartureReason reason, long version)
        implements BondEvent {
    /** Without the id of the other one. */
    public BondEndedV1 anonymous() {
        return new BondEndedV1(avatarId, null, status, reason, version);
    }
}
