package viva.life.watch;

import viva.contracts.AvatarProfile;
import viva.contracts.StateView;
import viva.contracts.WorldTime;
import viva.life.clock.World;
import viva.life.resident.Resident;
import viva.life.voice.OfflinePhrasing;

/** How an avatar is right now, worked out from its mind as it is stored; reading changes nothing. */
public final class StateOfResident {
    private StateOfResident() {}

    /** The state of one that is not erased; time stands still for one that rests. {@code profile} may be null. */
    public static StateView now(Resident resident, AvatarProfile profile, World world, OfflinePhrasing voices) {
        WorldTime at = resident.isLiving() ? world.now() : resident.mind().asOf();
        return WordedState.of(
                resident.id(), profile, resident.locale(), world.lives().readAt(resident.mind(), at), voices);
    }
}
