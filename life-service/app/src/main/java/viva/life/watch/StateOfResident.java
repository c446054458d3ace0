package viva.life.watch;

import viva.contracts.StateView;
import viva.contracts.WorldTime;
import viva.life.clock.World;
import viva.life.resident.Resident;

/** How an avatar is right now, worked out from its mind as it is stored; reading changes nothing. */
public final class StateOfResident {
    private StateOfResident() {}

    /** The state of one that is not erased; time stands still for one that rests. */
    public static StateView now(Resident resident, World world) {
        WorldTime at = resident.isLiving() ? world.now() : resident.mind().asOf();
        return world.lives().view(resident.mind(), at, resident.locale());
    }
}
