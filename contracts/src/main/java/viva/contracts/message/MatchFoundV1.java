package viva.contracts.message;

import viva.contracts.AvatarId;

/**
 * The matchmaker found a new good match for an avatar.
 *
 * @param otherName null in what was said before names were told
 * @param score the total in [0, 1]
 * @param again whether the avatar was told of them before they rested
 */
@MessageType("match.found.v1")
public record MatchFoundV1(AvatarId avatarId, AvatarId otherId, String otherName, double score, boolean again)
        implements Event {
    /** Somebody new. */
    public MatchFoundV1(AvatarId avatarId, AvatarId otherId, String otherName, double score) {
        this(avatarId, otherId, otherName, score, false);
    }
}
