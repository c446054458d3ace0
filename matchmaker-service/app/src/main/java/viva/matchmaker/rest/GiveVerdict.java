package viva.matchmaker.rest;

import viva.contracts.AvatarId;
import viva.platform.service.problem.Rejected;

/** The body of a like, a pass or a block: whom it is about. */
public record GiveVerdict(AvatarId avatarId) {
    AvatarId about() {
        if (avatarId == null) {
            throw Rejected.invalid("avatar_id", "is required");
        }
        return avatarId;
    }
}
