package viva.gateway.timeline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import viva.contracts.AccountId;
import viva.contracts.DepartureReason;
import viva.contracts.message.AvatarEvent;
import viva.contracts.message.BlockChangedV1;
import viva.contracts.message.BondEndedV1;
import viva.contracts.message.BondEvent;
import viva.contracts.message.BondEvolvedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.ConversationStartedV1;
import viva.contracts.message.ErasureDoneV1;
import viva.contracts.message.Event;
import viva.contracts.message.GreetingSaidV1;
import viva.contracts.message.LeftBehindV1;
import viva.contracts.message.LlmUsageV1;
import viva.contracts.message.MatchFoundV1;
import viva.contracts.message.MatchLostV1;
import viva.contracts.message.MatchMutualV1;
import viva.contracts.message.MemoryFadedV1;
import viva.contracts.message.MemoryFormedV1;
import viva.contracts.message.ThoughtHadV1;
import viva.contracts.message.TimelineGrewV1;
import viva.contracts.message.WorldClockV1;
import viva.gateway.timeline.Timeline.Addition;
import viva.platform.messaging.LivePublisher;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;

/** Writes what the services say onto the timelines, and tells every gateway that there is something to read. */
@Singleton
class TimelineKeeper implements QueueHandler<Event> {
    private final Timeline timeline;
    private final LivePublisher live;

    TimelineKeeper(Timeline timeline, LivePublisher live) {
        this.timeline = timeline;
        this.live = live;
    }

    @Override
    public String queue() {
        return Topology.GATEWAY_TIMELINE;
    }

    @Override
    public Class<Event> type() {
        return Event.class;
    }

    /** Its parts together. The hint goes out for a repeated event too: the first one may have been lost with the gateway that was to give it. */
    @Override
    public Uni<Void> handle(CloudEvent<Event> message) {
        List<Addition> additions = message.parts().stream()
                .flatMap(part -> addition(part).stream())
                .toList();
        return timeline.append(additions)
                .invoke(added -> added.forEach((avatar, seq) -> live.publish(new TimelineGrewV1(avatar, seq))))
                .replaceWithVoid();
    }

    private static Optional<Addition> addition(CloudEvent<? extends Event> message) {
        return switch (message.data()) {
            case ConversationMessageV1 said -> keep(message, said, said.ownerId());
            case ConversationStartedV1 started -> keep(message, started, started.ownerId());
            case ConversationEndedV1 ended -> keep(message, ended, ended.ownerId());
            case ThoughtHadV1 thought -> keep(message, thought, thought.ownerId());
            case GreetingSaidV1 greeting -> keep(message, greeting, greeting.ownerId());
            case MemoryFormedV1 memory -> keep(message, memory, memory.ownerId());
            case MemoryFadedV1 faded -> Optional.empty();
            case BondEndedV1 ended
            when ended.reason() == DepartureReason.GONE -> keep(message, ended.anonymous(), null);
            case BondEvolvedV1 evolved -> Optional.empty();
            case BondEvent bond -> keep(message, bond, null);
            case MatchFoundV1 match when match.again() -> Optional.empty();
            case MatchFoundV1 match -> keep(message, match, null);
            case MatchMutualV1 match -> keep(message, match, null);
            case MatchLostV1 match -> Optional.empty();
            case BlockChangedV1 block -> Optional.empty();
            case LlmUsageV1 usage -> Optional.empty();
            case ErasureDoneV1 done -> Optional.empty();
            case LeftBehindV1 left -> Optional.empty();
            case WorldClockV1 clock -> keep(message, clock, null);
            case AvatarEvent profile -> Optional.empty();
        };
    }

    private static Optional<Addition> keep(CloudEvent<?> message, Event event, AccountId owner) {
        return Optional.of(new Addition(message, event, owner));
    }
}
