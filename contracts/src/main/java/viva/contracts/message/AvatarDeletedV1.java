package viva.contracts.message;

import viva.contracts.AvatarId;

/**
 * The avatar is gone; every service erases what it keeps of it, and answers with {@link ErasureDoneV1} as soon as it keeps nothing. Said
 * in rounds, because messages that were on their way at the first one bring things back.
 *
 * @param round 0 as soon as the avatar is deleted; later ones are said until every service has answered one of them
 */
@MessageType("avatar.deleted.v1")
public record AvatarDeletedV1(AvatarId avatarId, long version, int round) implements AvatarEvent {
    /** The first round. */
    public AvatarDeletedV1(AvatarId avatarId, long version) {
        this(avatarId, version, 0);
    }
}
