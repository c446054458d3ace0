package viva.life.encounter;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import viva.contracts.AvatarId;

/**
 * Who is about: avatars of this replica that were awake and alone a moment ago. Somebody who looks for company and names nobody meets one of
 * them; whether they talk is for the one who is asked to say. Safe for any thread.
 */
public final class Passersby {
    private static final int PLACES = 1_024;
    private static final int LOOKS = 8;

    private final AtomicReferenceArray<AvatarId> places = new AtomicReferenceArray<>(PLACES);

    /** This one passes by; it takes the place of somebody who did earlier. */
    public void passes(AvatarId avatar) {
        places.setPlain(ThreadLocalRandom.current().nextInt(PLACES), avatar);
    }

    /** This one is not about any more: it rests, or is gone. */
    public void leaves(AvatarId avatar) {
        for (int place = 0; place < PLACES; place++) {
            AvatarId found = places.getPlain(place);
            if (avatar.equals(found)) {
                places.compareAndSet(place, found, null);
            }
        }
    }

    /** Somebody who passes by, if anybody does. */
    public Optional<AvatarId> anybodyBut(AvatarId self) {
        for (int look = 0; look < LOOKS; look++) {
            AvatarId found = places.getPlain(ThreadLocalRandom.current().nextInt(PLACES));
            if (found != null && !found.equals(self)) {
                return Optional.of(found);
            }
        }
        int from = ThreadLocalRandom.current().nextInt(PLACES);
        for (int i = 0; i < PLACES; i++) {
            AvatarId found = places.getPlain((from + i) % PLACES);
            if (found != null && !found.equals(self)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
