package viva.life.lifecycle;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.DerivedId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ErasureDoneV1;
import viva.contracts.message.ForgetV1;
import viva.contracts.message.LifecycleV1;
import viva.life.decision.Change;
import viva.life.decision.CommandResult;
import viva.life.decision.Draft;
import viva.life.encounter.Departures;
import viva.life.encounter.Encounters;
import viva.life.resident.Resident;
import viva.life.tie.Tie;

/**
 * Avatars are erased, and others forget who they were. An erasure comes in rounds: the first one takes all of the avatar but a tombstone, and
 * has every avatar whose history names it forget it; a later one takes the tombstone's id, and when no history names the avatar any more,
 * it answers that nothing is kept.
 */
public final class Erasure {
    private final Departures departures;
    private final Encounters encounters;

    public Erasure(Departures departures, Encounters encounters) {
        this.departures = departures;
        this.encounters = encounters;
    }

    /** @param known null when there never was one, or nothing is known of it yet */
    CommandResult erase(CloudEvent<?> envelope, LifecycleV1 command, Resident known, Draft draft) {
        AvatarId gone = command.avatarId();
        boolean marked = known != null && known.isErased();
        Set<AvatarId> mentions = mentions(known, gone, draft);
        encounters.vanish(gone, known, draft);
        draft.change(
                marked
                        ? new Change.TombstoneErased(gone)
                        : new Change.Erased(Resident.erased(gone, command.version())));
        mentions.forEach(stays -> haveForgotten(envelope, new ForgetV1(stays, gone), draft));
        if (marked && mentions.isEmpty()) {
            ErasureDoneV1 done = new ErasureDoneV1(gone, "life", command.round());
            draft.publish(draft.envelopes().causedBy(envelope, null, done));
        }
        return CommandResult.APPLIED;
    }

    private static Set<AvatarId> mentions(Resident known, AvatarId gone, Draft draft) {
        Set<AvatarId> all = new HashSet<>(draft.mentionsOf(gone));
        if (known != null && known.mind() != null) {
            known.mind().relations().circle().ties().stream().map(Tie::other).forEach(all::add);
        }
        return all;
    }

    private static void haveForgotten(CloudEvent<?> cause, ForgetV1 command, Draft draft) {
        UUID id = DerivedId.of(cause.id(), "forget " + command.goneId() + " by " + command.avatarId());
        draft.toAvatar(draft.envelopes().causedBy(cause, id, null, command));
    }

    /** The life from now on is without the one that is gone; the history is gone through afterwards. */
    public CommandResult forget(CloudEvent<?> envelope, ForgetV1 command, Draft draft) {
        Resident resident = draft.resident(command.avatarId());
        if (resident == null || resident.isErased()) {
            return new CommandResult.Ignored("the avatar was erased");
        }
        departures.letGo(command.avatarId(), command.goneId(), true, envelope, draft);
        draft.change(new Change.HistoryForgets(command.avatarId(), command.goneId()));
        return CommandResult.APPLIED;
    }
}
