package viva.life.input;

import viva.contracts.AvatarId;
import viva.contracts.WorldTime;
import viva.contracts.message.BlockV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.DepartureV1;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.ProspectV1;
import viva.contracts.message.TieV1;
import viva.life.clock.World;
import viva.life.encounter.Block;
import viva.life.mind.Input;
import viva.life.resident.Resident;
import viva.life.tie.TieStatus;

/** What minds learn of the people in their lives. */
final class Bonds {
    private static final Reception ERASED = new Reception.Ignored("the avatar was erased");

    private final World world;
    private final Living living;
    private final Departures departures;

    Bonds(World world, Living living, Departures departures) {
        this.world = world;
        this.living = living;
        this.departures = departures;
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
        return take(envelope, tie, tie.otherId(), input, scene);
    }

    Reception notice(CloudEvent<?> envelope, ProspectV1 prospect, Scene scene) {
        return take(
                envelope,
                prospect,
                prospect.otherId(),
                new Input.Noticed(
                        timeOf(scene.resident(prospect.avatarId()), prospect.at()),
                        prospect.otherId(),
                        prospect.score()),
                scene);
    }

    /** Somebody leaves its life. Of who is gone for ever not even a block is kept. */
    Reception depart(CloudEvent<?> envelope, DepartureV1 departure, Scene scene) {
        if (isErased(scene.resident(departure.avatarId()))) {
            return ERASED;
        }
        boolean forGood = !departure.reason().equals(DepartureV1.RESTING);
        departures.letGo(departure.avatarId(), departure.otherId(), forGood, envelope, scene);
        if (departure.reason().equals(DepartureV1.GONE)) {
            for (boolean own : new boolean[] {true, false}) {
                scene.ledger().block(new Block(departure.avatarId(), departure.otherId(), own), false);
            }
        }
        return new Reception.Taken();
    }

    /** A block begins, and then nothing is between the two; or it ends, which brings nothing back. */
    Reception block(CloudEvent<?> envelope, BlockV1 block, Scene scene) {
        if (isErased(scene.resident(block.avatarId()))) {
            return ERASED;
        }
        scene.ledger().block(new Block(block.avatarId(), block.otherId(), block.own()), block.blocked());
        if (block.blocked()) {
            departures.letGo(block.avatarId(), block.otherId(), true, envelope, scene);
        }
        return new Reception.Taken();
    }

    private Reception take(CloudEvent<?> envelope, LifeCommand command, AvatarId other, Input input, Scene scene) {
        Resident resident = scene.resident(command.avatarId());
        if (isErased(resident)) {
            return ERASED;
        }
        if (scene.isBlocked(command.avatarId(), other)) {
            return new Reception.Ignored("nothing may be between the two");
        }
        living.take(resident, envelope.id(), input, envelope, scene);
        return new Reception.Taken();
    }

    private static boolean isErased(Resident resident) {
        return resident == null || resident.isErased();
    }

    /** Nobody learns of anything before it happened. */
    private WorldTime timeOf(Resident resident, WorldTime at) {
        WorldTime now = world.now();
        WorldTime then = at != null && at.compareTo(now) < 0 ? at : now;
        return isErased(resident) ? then : OwnerTalk.timeOf(resident, then);
    }
}
