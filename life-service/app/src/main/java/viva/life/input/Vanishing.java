package viva.life.input;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ErasureDoneV1;
import viva.contracts.message.ForgetV1;
import viva.contracts.message.LifecycleV1;
import viva.life.resident.Resident;
import viva.life.tie.Tie;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;

/**
 * Avatars are erased, and others forget who they were. An erasure comes in rounds: the first one takes all of the avatar but a mark, and
 * has every avatar whose past names it forget it; a later one takes the mark's id, and when no past names the avatar any more,
 * it answers that nothing is kept.
 */
final class Vanishing {
    private final MessageFactory messages;
    private final Departures departures;
    private final Encounters encounters;

    Vanishing(MessageFactory messages, Departures departures, Encounters encounters) {
        this.messages = messages;
        this.departures = departures;
        this.encounters = encounters;
    }

    /** @param known null when there never was one, or nothing is known of it yet */
    void erase(CloudEvent<?> envelope, LifecycleV1 command, Resident known, Scene scene) {
        AvatarId gone = command.avatarId();
        boolean marked = known != null && known.isErased();
        Set<AvatarId> reminded = reminded(known, gone, scene);
        encounters.vanish(gone, known, scene);
        if (marked) {
            scene.ledger().bury(gone);
        } else {
            scene.ledger().erase(Resident.erased(gone, command.version()));
        }
        reminded.forEach(stays -> say(envelope, new ForgetV1(stays, gone), scene));
        if (marked && reminded.isEmpty()) {
            ErasureDoneV1 done = new ErasureDoneV1(gone, "life", command.round());
            scene.ledger().say(Outgoing.event(messages.causedBy(envelope, null, done)));
        }
    }

    private static Set<AvatarId> reminded(Resident known, AvatarId gone, Scene scene) {
        Set<AvatarId> all = new HashSet<>(scene.reminded(gone));
        if (known != null && known.mind() != null) {
            known.mind().relations().circle().ties().stream().map(Tie::other).forEach(all::add);
        }
        return all;
    }

    private void say(CloudEvent<?> cause, ForgetV1 command, Scene scene) {
        UUID id = MessageFactory.derivedId(cause.id(), "forget " + command.goneId() + " by " + command.avatarId());
        scene.ledger().say(Outgoing.toAvatar(messages.causedBy(cause, id, null, command)));
    }

    /** What it lives from now on is without the one who is gone; its past is gone through afterwards. */
    Reception forget(CloudEvent<?> envelope, ForgetV1 command, Scene scene) {
        Resident resident = scene.resident(command.avatarId());
        if (resident == null || resident.isErased()) {
            return new Reception.Ignored("the avatar was erased");
        }
        departures.letGo(command.avatarId(), command.goneId(), true, envelope, scene);
        scene.ledger().forget(command.avatarId(), command.goneId());
        return new Reception.Taken();
    }
}
