package viva.gateway.timeline;

import viva.contracts.Author;
import viva.contracts.ConversationType;
import viva.contracts.message.AvatarEvent;
import viva.contracts.message.BlockChangedV1;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.BondEndedV1;
import viva.contracts.message.BondEvolvedV1;
import viva.contracts.message.BondFormedV1;
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
import viva.contracts.message.MilestoneReachedV1;
import viva.contracts.message.ThoughtHadV1;
import viva.contracts.message.WorldClockV1;

/** Tells what an owner who was away wants to read of from the rest of a life. */
final class News {
    /** The least importance of a memory that is news, in [0, 1]; ours. */
    private static final double MEMORABLE = 0.5;

    private News() {}

    /** Not the owner's own words, nor what avatars say to each other, nor every small change of a number. */
    static boolean isNews(Event event) {
        return switch (event) {
            case ConversationMessageV1 said ->
                said.conversationType() == ConversationType.OWNER && said.author() == Author.AVATAR;
            case ConversationEndedV1 ended -> ended.outcome() != null;
            case MemoryFormedV1 memory -> memory.importance() >= MEMORABLE;
            case MemoryFadedV1 faded -> false;
            case BondEvolvedV1 evolved -> false;
            case BondChangedV1 bond -> bond.status() != bond.previousStatus();
            case BondFormedV1 bond -> true;
            case BondEndedV1 bond -> true;
            case MilestoneReachedV1 milestone -> true;
            case MatchFoundV1 match -> true;
            case MatchMutualV1 match -> true;
            case MatchLostV1 match -> false;
            case BlockChangedV1 block -> false;
            case ConversationStartedV1 started -> false;
            case ThoughtHadV1 thought -> false;
            case GreetingSaidV1 greeting -> false;
            case LlmUsageV1 usage -> false;
            case ErasureDoneV1 done -> false;
            case LeftBehindV1 left -> false;
            case WorldClockV1 clock -> false;
            case AvatarEvent profile -> false;
        };
    }
}
