package viva.gateway.timeline;

import java.util.Optional;
import viva.contracts.AvatarId;
import viva.contracts.message.AvatarEvent;
import viva.contracts.message.BlockChangedV1;
import viva.contracts.message.BondEvent;
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
import viva.contracts.message.MemoryFormedV1;
import viva.contracts.message.ThoughtHadV1;
import viva.contracts.message.WorldClockV1;

/** Tells of whom an entry tells beside the avatar on whose timeline it is. */
final class About {
    private About() {}

    /** The other avatar; empty when there is none. */
    static Optional<AvatarId> other(Event event) {
        return switch (event) {
            case ConversationMessageV1 said -> Optional.ofNullable(said.otherId());
            case ConversationStartedV1 started -> Optional.ofNullable(started.otherId());
            case ConversationEndedV1 ended -> Optional.ofNullable(ended.otherId());
            case BondEvent bond -> Optional.ofNullable(bond.otherId());
            case MatchFoundV1 match -> Optional.ofNullable(match.otherId());
            case MatchMutualV1 match -> Optional.ofNullable(match.otherId());
            case MatchLostV1 match -> Optional.ofNullable(match.otherId());
            case BlockChangedV1 block -> Optional.ofNullable(block.otherId());
            case LeftBehindV1 left -> Optional.ofNullable(left.goneId());
            case MemoryFormedV1 memory -> Optional.empty();
            case ThoughtHadV1 thought -> Optional.empty();
            case GreetingSaidV1 greeting -> Optional.empty();
            case ErasureDoneV1 done -> Optional.empty();
            case LlmUsageV1 usage -> Optional.empty();
            case WorldClockV1 clock -> Optional.empty();
            case AvatarEvent profile -> Optional.empty();
        };
    }
}
