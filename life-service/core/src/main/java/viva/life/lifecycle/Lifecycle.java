package viva.life.lifecycle;

import java.util.UUID;
import viva.contracts.DerivedId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.LifecycleV1;
import viva.life.conversation.Opening;
import viva.life.decision.Change;
import viva.life.decision.CommandResult;
import viva.life.decision.Draft;
import viva.life.encounter.Encounters;
import viva.life.living.Living;
import viva.life.mind.Input;
import viva.life.resident.Resident;
import viva.life.resident.Standing;

/** Avatars begin to live, rest, and are erased, as the avatar service says. */
public final class Lifecycle {
    private final Living living;
    private final Encounters encounters;
    private final Erasure erasure;

    public Lifecycle(Living living, Encounters encounters, Erasure erasure) {
        this.living = living;
        this.encounters = encounters;
        this.erasure = erasure;
    }

    public CommandResult follow(CloudEvent<?> envelope, LifecycleV1 command, Draft draft) {
        Resident known = draft.resident(command.avatarId());
        return switch (command.wish()) {
            case ERASED -> erasure.erase(envelope, command, known, draft);
            case LIVES -> live(envelope.id(), command, known, draft);
            case RESTS -> rest(envelope, command, known, draft);
        };
    }

    private CommandResult live(UUID messageId, LifecycleV1 command, Resident known, Draft draft) {
        if (known != null && known.isErased()) {
            return new CommandResult.Ignored("the avatar was erased");
        }
        if (command.profile() == null || command.ownerId() == null) {
            return new CommandResult.Rejected("an avatar that lives has a profile and an owner");
        }
        if (known == null && draft.isUnreadable(command.avatarId())) {
            return new CommandResult.Rejected("its mind cannot be read");
        }
        if (known != null && known.version() >= command.version()) {
            return new CommandResult.Ignored("a newer version of the profile is known");
        }
        if (known == null) {
            bear(messageId, command, draft);
        } else {
            liveOn(messageId, command, known, draft);
        }
        return CommandResult.APPLIED;
    }

    private static void bear(UUID messageId, LifecycleV1 command, Draft draft) {
        Input.Born birth = new Input.Born(
                draft.now().world(), command.avatarId(), command.profile().personality(), command.mind());
        Resident newborn = new Resident(
                command.avatarId(),
                Standing.LIVING,
                command.version(),
                command.ownerId(),
                command.profile().locale().intern(),
                draft.now().lives().born(birth));
        draft.change(new Change.Born(newborn, command.profile()));
        draft.change(new Change.InputApplied(newborn.id(), messageId, birth, newborn.mind()));
        draft.change(
                new Change.ConversationOpened(new Opening(newborn.ownerConversation(), newborn.id(), newborn.owner())));
    }

    /** With a changed profile, and awake again if it rested: nothing of the rest is lived. */
    private static void liveOn(UUID messageId, LifecycleV1 command, Resident known, Draft draft) {
        Resident changed = new Resident(
                known.id(),
                Standing.LIVING,
                command.version(),
                command.ownerId(),
                command.profile().locale().intern(),
                known.mind());
        Resident awake = known.isLiving()
                ? changed
                : Living.note(changed, messageId, new Input.Resumed(draft.now().world()), draft);
        draft.change(new Change.ProfileChanged(awake, command.profile()));
    }

    private CommandResult rest(CloudEvent<?> envelope, LifecycleV1 command, Resident known, Draft draft) {
        if (known != null && known.isErased()) {
            return new CommandResult.Ignored("the avatar was erased");
        }
        if (known == null || known.version() >= command.version()) {
            return new CommandResult.Ignored("unknown, or a newer version of the profile is known");
        }
        if (known.isLiving()) {
            living.liveTo(known, draft.now().world(), draft);
            encounters.rest(draft.resident(known.id()), envelope, draft);
            UUID id = DerivedId.of(envelope.id(), "paused");
            Input paused = new Input.Paused(draft.now().world());
            living.take(draft.resident(known.id()), id, paused, envelope, draft);
        }
        draft.keep(draft.resident(known.id()).with(Standing.RESTING, command.version()));
        return CommandResult.APPLIED;
    }
}
