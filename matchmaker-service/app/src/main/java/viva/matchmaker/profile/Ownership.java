package viva.matchmaker.profile;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.AvatarId;
import viva.platform.service.identity.Caller;
import viva.platform.service.problem.Rejected;

/** The one place that decides for whom a caller may look: their own avatars. Others' are as unknown as those that never were. */
@Singleton
public class Ownership {
    private final PgProfiles profiles;
    private final Caller caller;

    Ownership(PgProfiles profiles, Caller caller) {
        this.profiles = profiles;
        this.caller = caller;
    }

    /** The caller's own avatar, living or resting. Needs a session. */
    public Uni<Profile> mine(AvatarId avatar) {
        return known(avatar).invoke(profile -> {
            if (!profile.isOf(caller.account())) {
                throw unknown();
            }
        });
    }

    /** Somebody who lives or rests. Needs a session. */
    public Uni<Profile> known(AvatarId avatar) {
        return profiles.known(avatar).onItem().ifNull().failWith(Ownership::unknown);
    }

    /** Somebody who can be matched. Needs a session. */
    public Uni<Profile> anybody(AvatarId avatar) {
        return known(avatar).invoke(profile -> {
            if (!profile.lives()) {
                throw unknown();
            }
        });
    }

    /** The answer about an avatar that the caller may not know of. */
    public static Rejected unknown() {
        return Rejected.notFound("avatar");
    }
}
