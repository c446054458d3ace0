package viva.life.bond;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.WorldTime;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ForgetV1;
import viva.contracts.message.LeftBehindV1;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.MatchFoundV1;
import viva.contracts.message.ProspectV1;
import viva.contracts.message.TieV1;
import viva.life.clock.World;
import viva.platform.messaging.ConfirmedPublisher;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;

/**
 * Hands what the relationship service and the matchmaker say on to the shard that lives the avatar. The command's id is derived from the
 * event's, so that an event that comes twice is one command.
 */
@Singleton
class BondEvents implements QueueHandler {
    private final ConfirmedPublisher publisher;
    private final MessageFactory messages;
    private final World world;

    BondEvents(ConfirmedPublisher publisher, MessageFactory messages, World world) {
        this.publisher = publisher;
        this.messages = messages;
        this.world = world;
    }

    @Override
    public String queue() {
        return Topology.LIFE_BONDS;
    }

    @Override
    public Uni<Void> handle(CloudEvent<?> message) {
        return world.known()
                .chain(() -> publisher.publish(
                        Outgoing.toAvatar(messages.causedBy(message, message.worldtime(), command(message)))));
    }

    private LifeCommand command(CloudEvent<?> message) {
        WorldTime at = message.worldtime() == null ? world.now() : message.worldtime();
        if (message.data() instanceof BondChangedV1 bond) {
            return new TieV1(
                    bond.avatarId(),
                    bond.otherId(),
                    bond.status(),
                    bond.familiarity(),
                    bond.trust(),
                    bond.affection(),
                    bond.attraction(),
                    bond.version(),
                    at);
        }
        if (message.data() instanceof MatchFoundV1 match) {
            return new ProspectV1(match.avatarId(), match.otherId(), match.score(), at);
        }
        if (message.data() instanceof LeftBehindV1 left) {
            return new ForgetV1(left.avatarId(), left.goneId());
        }
        throw new IllegalArgumentException("neither a bond nor a match: " + message.type());
    }
}
