package viva.gateway.why;

import viva.contracts.ConversationId;
import viva.contracts.MessageId;
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

/** Where in a mind the reasons of an event are found. */
sealed interface Cause {
    /** In how the mind took a message of its owner. */
    record OfMessage(MessageId id) implements Cause {}

    /** In one moment of the mind. */
    record OfTick(long tick) implements Cause {}

    /** In a conversation with another avatar. */
    record OfConversation(ConversationId id) implements Cause {}

    /**
     * In no mind.
     *
     * @param note a sentence for people
     */
    record None(String note) implements Cause {}

    static Cause of(Event event) {
        return switch (event) {
            case ConversationMessageV1 said ->
                switch (said.conversationType()) {
                    case OWNER -> new OfMessage(said.messageId());
                    case AVATAR -> new OfConversation(said.conversationId());
                };
            case GreetingSaidV1 greeting -> new OfMessage(greeting.messageId());
            case ThoughtHadV1 thought -> new OfTick(thought.tick());
            case ConversationStartedV1 started -> new OfConversation(started.conversationId());
            case ConversationEndedV1 ended -> new OfConversation(ended.conversationId());
            case BondEvolvedV1 evolved -> new None("what it says stands on timelines in parts");
            case BondChangedV1 bond when bond.conversationId() != null -> new OfConversation(bond.conversationId());
            case BondChangedV1 bond ->
                new None("no conversation changed this bond: time did, or a decision of an owner");
            case BondEndedV1 bond -> new None("one of the two is gone, or an owner wanted it");
            case BondFormedV1 bond -> new None("no conversation is known that formed this bond");
            case MilestoneReachedV1 reached -> new None("no conversation is known that led to this");
            case MemoryFormedV1 memory -> new None("a memory keeps what happened; ask for the reasons of that");
            case MemoryFadedV1 faded -> new None("what is not recalled fades");
            case MatchFoundV1 match -> new None("matches follow from who the two are, not from what they feel");
            case MatchMutualV1 match -> new None("the owners of both wished for it");
            case MatchLostV1 match -> new None("whom it might have met is gone, or rests");
            case BlockChangedV1 block -> new None("an owner wanted it");
            case LlmUsageV1 usage -> new None("what a language model costs has no mind");
            case WorldClockV1 clock -> new None("the world's clock has no mind");
            case ErasureDoneV1 done -> new None("who was erased has no mind");
            case LeftBehindV1 left -> new None("who was erased has no mind");
            case AvatarEvent profile -> new None("the owner made this change");
        };
    }
}
