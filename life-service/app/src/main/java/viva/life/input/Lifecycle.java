package viva.life.input;

import java.util.UUID;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.LifecycleV1;
import viva.life.clock.World;
import viva.life.conversation.Opening;
import viva.life.mind.Input;
import viva.life.resident.Resident;
import viva.life.resident.Standing;
import viva.platform.messaging.MessageFactory;

/** Avatars begin to live, rest, and are erased, as the avatar service says. */
final class Lifecycle {
    private static final Reception TAKEN = new Reception.Taken();

    private final World world;
    private final Living living;
    private final Encounters encounters;
    private final Vanishing vanishing;

    Lifecycle(World world, Living living, Encounters encounters, Vanishing vanishing) {
        this.world = world;
        this.living = living;
        this.encounters = encounters;
        this.vanishing = vanishing;
    }

    Reception follow(CloudEvent<?> envelope, LifecycleV1 command, Scene scene) {
        Resident known = scene.resident(command.avatarId());
        if (command.wish() == LifecycleV1.Wish.ERASED) {
            vanishing.erase(envelope, command, known, scene);
            return TAKEN;
        }
        if (known != null && known.isErased()) {
            return new Reception.Ignored("the avatar was erased");
        }
        return switch (command.wish()) {
            case LIVES -> live(envelope.id(), command, known, scene);
            case RESTS -> rest(envelope, command, known, scene);
            case ERASED -> TAKEN;
        };
    }

    private Reception live(UUID messageId, LifecycleV1 command, Resident known, Scene scene) {
        if (command.profile() == null || command.ownerId() == null) {
            return new Reception.Refused("an avatar that lives has a profile and an owner");
        }
        if (known == null && !scene.isGone(command.avatarId())) {
            return new Reception.Refused("its mind cannot be read");
        } else if (known == null) {
            bear(messageId, command, scene.ledger());
        } else if (known.version() >= command.version()) {
            return new Reception.Ignored("a newer version of the profile is known");
        } else {
            Resident changed = new Resident(
                    known.id(),
                    Standing.LIVING,
                    command.version(),
                    command.ownerId(),
                    command.profile().locale(),
                    known.mind());
            Resident awake = known.isLiving() ? changed : living.resume(changed, messageId, scene);
            scene.ledger().settle(awake, command.profile());
        }
        return TAKEN;
    }

    private void bear(UUID messageId, LifecycleV1 command, Ledger ledger) {
        Input.Born birth = new Input.Born(
                world.now(), command.avatarId(), command.profile().personality());
        Resident newborn = new Resident(
                command.avatarId(),
                Standing.LIVING,
                command.version(),
                command.ownerId(),
                command.profile().locale(),
                world.lives().born(birth));
        ledger.bear(newborn, command.profile());
        ledger.note(newborn, messageId, birth);
        ledger.open(new Opening(OwnerTalk.conversation(newborn.id(), newborn.owner()), newborn.id(), newborn.owner()));
    }

    private Reception rest(CloudEvent<?> envelope, LifecycleV1 command, Resident known, Scene scene) {
        if (known == null || known.version() >= command.version()) {
            return new Reception.Ignored("unknown, or a newer version of the profile is known");
        }
        if (known.isLiving()) {
            living.liveTo(known, world.now(), scene);
            encounters.stop(scene.resident(known.id()), "partner_rests", envelope, scene);
            UUID id = MessageFactory.derivedId(envelope.id(), "paused");
            living.take(scene.resident(known.id()), id, new Input.Paused(world.now()), envelope, scene);
        }
        scene.ledger().keep(scene.resident(known.id()).with(Standing.RESTING, command.version()));
        return TAKEN;
    }
}
