package viva.contracts.message;

import viva.contracts.AvatarId;

/**
 * Somebody whom the matchmaker told this avatar of is not to be met any more.
 *
 * @param reason {@link #GONE} or {@link #RESTING}
 */
@MessageType("match.lost.v1")
public record MatchLostV1(AvatarId avatarId, AvatarId otherId, String reason) implements Event {
    /** The other one was erased. */
    public static final String GONE = "gone";

    /** The other one rests; when it wakes, it may be found again. */
    public static final String RESTING = "resting";
}
