package viva.avatar.registry;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.platform.service.problem.Rejected;

/**
 * The one place that decides whose avatars an account may see: its own. Others' are as unknown as those that never were, except for
 * what everybody may know of one that does not rest.
 */
@Singleton
class Ownership {
    private final PgAvatars avatars;

    Ownership(PgAvatars avatars) {
        this.avatars = avatars;
    }

    Uni<AvatarRow> toRead(AccountId account, AvatarId id) {
        return orUnknown(avatars.of(account, id));
    }

    Uni<AvatarRow> toChange(AccountId account, AvatarId id) {
        return orUnknown(avatars.lockedOf(account, id));
    }

    Uni<AvatarRow> toIntroduce(AvatarId id) {
        return orUnknown(avatars.active(id));
    }

    private static Uni<AvatarRow> orUnknown(Uni<AvatarRow> row) {
        return row.onItem().ifNull().failWith(() -> Rejected.notFound("avatar"));
    }
}
