package viva.life.shard;

import java.time.Instant;
import java.util.Optional;
import viva.contracts.AvatarId;
import viva.life.decision.Now;
import viva.life.encounter.Passersby;
import viva.life.ownertalk.AnswerCircuit;
import viva.life.watch.Watching;

/** What this replica knows of watchers, passers-by and the llm service. */
record ReplicaCompany(Watching watching, Passersby passersby, AnswerCircuit circuit) implements Now.Company {
    @Override
    public boolean isWatched(AvatarId avatar) {
        return watching.isWatched(avatar);
    }

    @Override
    public Optional<AvatarId> passerby(AvatarId self) {
        return passersby.anybodyBut(self);
    }

    @Override
    public boolean admitsRequest(Instant real) {
        return circuit.admits(real);
    }
}
