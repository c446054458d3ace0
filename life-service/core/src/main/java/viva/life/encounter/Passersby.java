package viva.life.encounter;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntUnaryOperator;
import viva.contracts.AvatarId;
import viva.life.activity.Activity;
import viva.life.activity.Idle;
import viva.life.activity.Socializing;
import viva.life.activity.Thinking;
import viva.life.resident.Resident;

/**
 * Who is about: avatars that were awake and alone a moment ago. An avatar that looks for company and names nobody asks one of them. It may have
 * fallen asleep, begun to talk or been erased meanwhile; its answer says so. Safe for any thread if the dice are.
 */
public final class Passersby {
    private static final int PLACES = 1_024;
    private static final int LOOKS = 8;

    private final AtomicReferenceArray<AvatarId> places = new AtomicReferenceArray<>(PLACES);
    private final IntUnaryOperator dice;

    /** @param dice for a bound above 0 a number from 0 on and below the bound, each as likely as any other */
    public Passersby(IntUnaryOperator dice) {
        this.dice = dice;
    }

    /** A mind has moved on by itself: an avatar that is awake and alone now may be met by others. It takes the place of one that passed by earlier. */
    public void passes(Resident resident) {
        if (resident.isLiving() && isAlone(resident.mind().activity())) {
            places.setPlain(dice.applyAsInt(PLACES), resident.id());
        }
    }

    /** Something happened to an avatar: it may be met by others, or, when it rests or is gone, not any more. */
    public void changed(Resident resident) {
        if (resident.isLiving()) {
            passes(resident);
        } else {
            leaves(resident.id());
        }
    }

    private static boolean isAlone(Activity activity) {
        return activity instanceof Idle || activity instanceof Thinking || activity instanceof Socializing;
    }

    private void leaves(AvatarId avatar) {
        for (int place = 0; place < PLACES; place++) {
            AvatarId found = places.getPlain(place);
            if (avatar.equals(found)) {
                places.compareAndSet(place, found, null);
            }
        }
    }

    /** An avatar that passes by; empty when no other does. */
    public Optional<AvatarId> anybodyBut(AvatarId self) {
        for (int look = 0; look < LOOKS; look++) {
            AvatarId found = places.getPlain(dice.applyAsInt(PLACES));
            if (found != null && !found.equals(self)) {
                return Optional.of(found);
            }
        }
        int from = dice.applyAsInt(PLACES);
        for (int i = 0; i < PLACES; i++) {
            AvatarId found = places.getPlain((from + i) % PLACES);
            if (found != null && !found.equals(self)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
