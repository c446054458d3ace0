package viva.life.shard;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;

/** The profiles that a shard used last. A million of them would fill the memory. Belongs to the shard's loop. */
final class Profiles {
    private static final int MOST = 500;

    private final Map<AvatarId, AvatarProfile> latest = new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AvatarId, AvatarProfile> eldest) {
            return size() > MOST;
        }
    };

    /** Those of {@code ids} that are known. */
    Map<AvatarId, AvatarProfile> some(Collection<AvatarId> ids) {
        Map<AvatarId, AvatarProfile> found = new HashMap<>();
        for (AvatarId id : ids) {
            AvatarProfile profile = latest.get(id);
            if (profile != null) {
                found.put(id, profile);
            }
        }
        return found;
    }

    void add(Map<AvatarId, AvatarProfile> read) {
        latest.putAll(read);
    }

    /** A profile changed, or is gone. */
    void forget(Collection<AvatarId> ids) {
        ids.forEach(latest::remove);
    }

    void clear() {
        latest.clear();
    }
}
