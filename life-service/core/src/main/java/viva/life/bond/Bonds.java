package viva.life.bond;

import viva.contracts.AvatarId;
import viva.contracts.DepartureReason;
import viva.contracts.WorldTime;
import viva.contracts.message.BlockV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.DepartureV1;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.ProspectV1;
import viva.contracts.message.TieV1;
import viva.life.decision.Change;
import viva.life.decision.CommandResult;
import viva.life.decision.Draft;
import viva.life.encounter.Departures;
import viva.life.living.Living;
import viva.life.mind.Input;
import viva.life.resident.Resident;
import viva.life.tie.Block;

/** What minds learn of the other avatars in their lives. */
public final class Bonds {
    private static final CommandResult ERASED = new CommandResult.Ignored("the avatar was erased");

    private final Living living;
    private final Departures departures;

    public Bonds(Living living, Departures departures) {
        this.living = living;
        this.departures = departures;
    }

    public CommandResult tie(CloudEvent<?> envelope, TieV1 tie, Draft draft) {
        Input input = new Input.Tied(
                timeOf(tie.avatarId(), tie.at(), draft),
                tie.otherId(),
                tie.status(),
                tie.familiarity(),
                tie.trust(),
                tie.affection(),
                tie.attraction(),
                tie.version(),
                tie.previousStatus());
        return take(envelope, tie, tie.otherId(), input, draft);
    }

    public CommandResult notice(CloudEvent<?> envelope, ProspectV1 prospect, Draft draft) {
        Input input = new Input.Noticed(
                timeOf(prospect.avatarId(), prospect.at(), draft), prospect.otherId(), prospect.score());
        return take(envelope, prospect, prospect.otherId(), input, draft);
    }

    /** Another avatar leaves its life. Of one that is gone for ever not even a block is kept. */
    public CommandResult depart(CloudEvent<?> envelope, DepartureV1 departure, Draft draft) {
        if (isErased(draft.resident(departure.avatarId()))) {
            return ERASED;
        }
        boolean forGood = switch (departure.reason()) {
            case GONE, PARTED, BLOCKED -> true;
            case RESTING -> false;
        };
        departures.letGo(departure.avatarId(), departure.otherId(), forGood, envelope, draft);
        if (departure.reason() == DepartureReason.GONE) {
            for (boolean own : new boolean[] {true, false}) {
                Block block = new Block(departure.avatarId(), departure.otherId(), own);
                draft.change(new Change.BlockChanged(block, false));
            }
        }
        return CommandResult.APPLIED;
    }

    /** A block begins, and then nothing is between the two; or it ends, which restores nothing. */
    public CommandResult block(CloudEvent<?> envelope, BlockV1 block, Draft draft) {
        if (isErased(draft.resident(block.avatarId()))) {
            return ERASED;
        }
        Block changed = new Block(block.avatarId(), block.otherId(), block.own());
        draft.change(new Change.BlockChanged(changed, block.blocked()));
        if (block.blocked()) {
            departures.letGo(block.avatarId(), block.otherId(), true, envelope, draft);
        }
        return CommandResult.APPLIED;
    }

    private CommandResult take(CloudEvent<?> envelope, LifeCommand command, AvatarId other, Input input, Draft draft) {
        Resident resident = draft.resident(command.avatarId());
        if (isErased(resident)) {
            return ERASED;
        }
        if (draft.isBlocked(command.avatarId(), other)) {
            return new CommandResult.Ignored("there may be nothing between the two");
        }
        living.take(resident, envelope.id(), input, envelope, draft);
        return CommandResult.APPLIED;
    }

    private static boolean isErased(Resident resident) {
        return resident == null || resident.isErased();
    }

    /** An avatar learns of nothing before it happened; null counts as now. */
    private static WorldTime timeOf(AvatarId avatar, WorldTime at, Draft draft) {
        Resident resident = draft.resident(avatar);
        WorldTime then = at == null ? draft.now().world() : draft.now().notAfter(at);
        return isErased(resident) ? then : resident.timeOf(then);
    }
}
