package viva.life.input;

import java.util.UUID;
import viva.contracts.AvatarId;
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

    Lifecycle(World world) {
        this.world = world;
    }

    Reception follow(UUID messageId, LifecycleV1 command, Scene scene) {
        Resident known = scene.resident(command.avatarId());
        if (known != null && known.isErased()) {
            return new Reception.Ignored("the avatar was erased");
        }
        return switch (command.wish()) {
            case LIVES -> live(messageId, command, known, scene.ledger());
            case RESTS -> rest(command, known, scene.ledger());
            case ERASED -> {
                scene.ledger().erase(Resident.erased(command.avatarId(), command.version()));
                yield TAKEN;
            }
        };
    }

    private Reception live(UUID messageId, LifecycleV1 command, Resident known, Ledger ledger) {
        if (command.profile() == null || command.ownerId() == null) {
            return new Reception.Refused("an avatar that lives has a profile and an owner");
        }
        if (known == null) {
            bear(messageId, command, ledger);
        } else if (known.version() >= command.version()) {
            return new Reception.Ignored("a newer version of the profile is known");
        } else {
            ledger.keep(new Resident(
                    known.id(),
                    Standing.LIVING,
                    command.version(),
                    command.ownerId(),
                    command.profile(),
                    known.mind()));
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
                command.profile(),
                world.lives().born(birth));
        ledger.keep(newborn, messageId, birth);
        ledger.open(new Opening(OwnerTalk.conversation(newborn.id(), newborn.owner()), newborn.id(), newborn.owner()));
    }

    private Reception rest(LifecycleV1 command, Resident known, Ledger ledger) {
        if (known == null || known.version() >= command.version()) {
            return new Reception.Ignored("unknown, or a newer version of the profile is known");
        }
        Resident lived = world.lives().isAway(known.mind(), world.now())
                ? leap(known, ledger)
                : known.with(world.lives().liveUntil(known.mind(), world.now()).mind());
        ledger.keep(lived.with(Standing.RESTING, command.version()));
        return TAKEN;
    }

    /** Nobody lived an avatar for so long that it leaps: that is journalled, as its life cannot be told from its ticks any more. */
    Reception comeBack(AvatarId avatar, Scene scene) {
        Resident known = scene.resident(avatar);
        if (known == null || !known.isLiving() || !world.lives().isAway(known.mind(), world.now())) {
            return new Reception.Ignored("it is not away");
        }
        leap(known, scene.ledger());
        return TAKEN;
    }

    private Resident leap(Resident known, Ledger ledger) {
        Input.Absent absence = new Input.Absent(world.now());
        Resident back = known.with(world.lives().apply(known.mind(), absence).mind());
        UUID id = MessageFactory.derivedId(
                known.id().value(), "absent since tick " + known.mind().tick());
        ledger.keep(back, id, absence);
        return back;
    }
}
