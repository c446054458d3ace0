package viva.life.bond;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import viva.contracts.DepartureReason;
import viva.contracts.WorldTime;
import viva.contracts.message.BlockChangedV1;
import viva.contracts.message.BlockV1;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.BondEndedV1;
import viva.contracts.message.BondFormedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.DepartureV1;
import viva.contracts.message.Event;
import viva.contracts.message.ForgetV1;
import viva.contracts.message.LeftBehindV1;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.MatchFoundV1;
import viva.contracts.message.MatchLostV1;
import viva.contracts.message.MilestoneReachedV1;
import viva.contracts.message.ProspectV1;
import viva.contracts.message.TieV1;
import viva.life.clock.World;
import viva.life.handover.Handover;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;
import viva.platform.messaging.UnhandleableMessage;

/**
 * Hands what the relationship service and the matchmaker say on to the shard that lives the avatar. The command's id is derived from the
 * event's, so that an event that comes twice is one command.
 */
@Singleton
class BondEvents implements QueueHandler<Event> {
    private final Handover handover;
    private final MessageFactory messages;
    private final World world;

    BondEvents(Handover handover, MessageFactory messages, World world) {
        this.handover = handover;
        this.messages = messages;
        this.world = world;
    }

    @Override
    public String queue() {
        return Topology.LIFE_BONDS;
    }

    @Override
    public Class<Event> type() {
        return Event.class;
    }

    @Override
    public Uni<Void> handle(CloudEvent<Event> message) {
        return world.known().chain(() -> handover.toShards(commands(message)));
    }

    private List<CloudEvent<? extends LifeCommand>> commands(CloudEvent<Event> message) {
        return message.parts().stream()
                .filter(part -> !isForOthersAlone(part.data()))
                .<CloudEvent<? extends LifeCommand>>map(
                        part -> messages.causedBy(part, message.worldtime(), command(part)))
                .toList();
    }

    /** Minds learn of a bond's beginning and of its milestones by the change that comes with them. */
    private static boolean isForOthersAlone(Event part) {
        return part instanceof BondFormedV1 || part instanceof MilestoneReachedV1;
    }

    private LifeCommand command(CloudEvent<? extends Event> message) {
        WorldTime at = message.worldtime() == null ? world.now() : message.worldtime();
        if (message.data() instanceof BondChangedV1 bond) {
            return TieV1.of(bond, at);
        }
        if (message.data() instanceof MatchFoundV1 match) {
            return ProspectV1.of(match, at);
        }
        if (message.data() instanceof BondEndedV1 bond) {
            return new DepartureV1(bond.avatarId(), bond.otherId(), afterBond(bond.reason()), at);
        }
        if (message.data() instanceof MatchLostV1 match) {
            return new DepartureV1(match.avatarId(), match.otherId(), afterMatch(match.reason()), at);
        }
        if (message.data() instanceof BlockChangedV1 block) {
            return new BlockV1(block.avatarId(), block.otherId(), block.own(), block.blocked(), at);
        }
        if (message.data() instanceof LeftBehindV1 left) {
            return new ForgetV1(left.avatarId(), left.goneId());
        }
        throw new UnhandleableMessage("neither a bond nor a match nor a block: " + message.type());
    }

    /** Nothing of a bond comes back; whose wish its end was, a mind does not learn. */
    private static DepartureReason afterBond(DepartureReason reason) {
        return switch (reason) {
            case GONE -> DepartureReason.GONE;
            case PARTED, BLOCKED, RESTING -> DepartureReason.PARTED;
        };
    }

    /** Who is not gone may be found again. */
    private static DepartureReason afterMatch(DepartureReason reason) {
        return switch (reason) {
            case GONE -> DepartureReason.GONE;
            case RESTING, PARTED, BLOCKED -> DepartureReason.RESTING;
        };
    }
}
