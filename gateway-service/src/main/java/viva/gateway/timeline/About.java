package viva.gateway.timeline;

import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.message.AvatarEvent;
import viva.contracts.message.BlockChangedV1;
import viva.contracts.message.BondEvent;
import viva.contracts.message.BondEvolvedV1;
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
import viva.contracts.message.WorldClockV1;

/** Tells of whom an entry tells beside the avatar on whose timeline it is. */
final class About {
    private About() {}

    /** The other avatars; empty when there are none, and when the event does not tell. */
    static List<AvatarId> others(Event event) {
        return switch (event) {
            case ConversationMessageV1 said -> known(said.otherId());
            case ConversationStartedV1 started -> known(started.otherId());
            case ConversationEndedV1 ended -> known(ended.otherId());
            case BondEvolvedV1 evolved -> known(evolved.otherId());
            case BondEvent bond -> known(bond.otherId());
            case MatchFoundV1 match -> known(match.otherId());
            case MatchMutualV1 match -> known(match.otherId());
            case MatchLostV1 match -> known(match.otherId());
            case BlockChangedV1 block -> known(block.otherId());
            case LeftBehindV1 left -> known(left.goneId());
            case MemoryFormedV1 memory -> memory.with() == null ? List.of() : memory.with();
            case MemoryFadedV1 faded -> List.of();
            case ThoughtHadV1 thought -> List.of();
            case GreetingSaidV1 greeting -> List.of();
            case ErasureDoneV1 done -> List.of();
            case LlmUsageV1 usage -> List.of();
            case WorldClockV1 clock -> List.of();
            case AvatarEvent profile -> List.of();
        };
    }

    private static List<AvatarId> known(AvatarId other) {
        return other == null ? List.of() : List.of(other);
    }
}
