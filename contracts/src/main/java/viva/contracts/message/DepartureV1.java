package viva.contracts.message;

import viva.contracts.AvatarId;
import viva.contracts.WorldTime;

/**
 * Somebody leaves the life of this avatar.
 *
 * @param reason {@link #GONE}, {@link #PARTED} or {@link #RESTING}
 */
@MessageType("life.departure.v1")
public record DepartureV1(AvatarId avatarId, AvatarId otherId, String reason, WorldTime at) implements LifeCommand {
    /** They were erased. */
    public static final String GONE = "gone";

    /** There is nothing between the two any more. */
    public static final String PARTED = "parted";

    /** They rest, and may come back. */
    public static final String RESTING = "resting";
}
