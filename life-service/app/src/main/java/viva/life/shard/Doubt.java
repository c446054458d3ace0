package viva.life.shard;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import viva.contracts.AvatarId;

/** What has to be read again before anything else happens, because the fate of a transaction is not known. Belongs to the shard's loop. */
final class Doubt {
    private final Set<AvatarId> avatars = new HashSet<>();
    private boolean open;

    /** These may not be as the database has them; nor may what is awaited, even when these are none. */
    void about(Collection<AvatarId> some) {
        avatars.addAll(some);
        open = true;
    }

    boolean isOpen() {
        return open;
    }

    List<AvatarId> avatars() {
        return List.copyOf(avatars);
    }

    /** These were read again. */
    void settled(Collection<AvatarId> read) {
        read.forEach(avatars::remove);
        open = !avatars.isEmpty();
    }
}
