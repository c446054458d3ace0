package viva.society.world;

import java.time.Instant;
import java.util.Optional;
import viva.contracts.AvatarId;
import viva.life.decision.Now;
import viva.life.encounter.Passersby;

/** Company in a world without persons and without a language model: other avatars pass by as in a replica of the service. */
record Unwatched(Passersby passersby) implements Now.Company {
    @Override
    public boolean isWatched(AvatarId avatar) {
        return false;
    }

    @Override
    public Optional<AvatarId> passerby(AvatarId self) {
        return passersby.anybodyBut(self);
    }

    @Override
    public boolean admitsRequest(Instant real) {
        return false;
    }
}
