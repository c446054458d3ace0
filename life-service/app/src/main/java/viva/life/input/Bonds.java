package viva.life.input;

import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.ProspectV1;
import viva.contracts.message.TieV1;
import viva.life.clock.World;
import viva.life.mind.Input;
import viva.life.resident.Resident;
import viva.life.tie.TieStatus;

/** What minds learn of the people in their lives. */
final class Bonds {
    private final World world;
    private final Living living;

    Bonds(World world, Living living) {
        this.world = world;
        this.living = living;
    }

    Reception tie(CloudEvent<?> envelope, TieV1 tie, Scene scene) {
        Resident resident = scene.resident(tie.avatarId());
        Input input = new Input.Tied(
                timeOf(resident, tie.at()),
                tie.otherId(),
                TieStatus.of(tie.status()),
                tie.familiarity(),
                tie.trust(),
                tie.affection(),
                tie.attraction(),
                tie.version(),
                tie.previousStatus() == null ? null : TieStatus.of(tie.previousStatus()));
        return take(envelope, tie, input, scene);
    }

    Reception notice(CloudEvent<?> envelope, ProspectV1 prospect, Scene scene) {
        return take(
                envelope,
                prospect,
                new Input.Noticed(
                        timeOf(scene.resident(prospect.avatarId()), prospect.at()),
                        prospect.otherId(),
                        prospect.score()),
                scene);
    }

    private Reception take(CloudEvent<?> envelope, LifeCommand command, Input input, Scene scene) {
        Resident resident = scene.resident(command.avatarId());
        if (resident == null || resident.isErased()) {
            return new Reception.Ignored("the avatar was erased");
        }
        living.take(resident, envelope.id(), input, envelope, scene);
        return new Reception.Taken();
    }

    /** Nobody learns of anything before it happened; who rests learns of it as it wakes. */
    private WorldTime timeOf(Resident resident, WorldTime at) {
        if (resident != null && !resident.isErased() && !resident.isLiving()) {
            return resident.mind().asOf();
        }
        WorldTime now = world.now();
        return at != null && at.compareTo(now) < 0 ? at : now;
    }
}
