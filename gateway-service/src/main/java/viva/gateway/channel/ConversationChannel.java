package viva.gateway.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.message.AvatarEvent;
import viva.contracts.message.BlockChangedV1;
import viva.contracts.message.BondEvent;
import viva.contracts.message.BondEvolvedV1;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.ConversationStartedV1;
import viva.contracts.message.ErasureDoneV1;
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
import viva.gateway.phoenix.Answer;
import viva.gateway.phoenix.Channel;
import viva.gateway.phoenix.Outlet;
import viva.gateway.timeline.Entry;

/** A device that follows one conversation of an avatar. */
final class ConversationChannel implements Channel {
    private final AvatarId avatar;
    private final ConversationId conversation;
    private final LiveHub hub;
    private final Watcher watcher;
    private boolean watching;

    ConversationChannel(AvatarId avatar, ConversationId conversation, Outlet outlet, long position, LiveHub hub) {
        this.avatar = avatar;
        this.conversation = conversation;
        this.hub = hub;
        this.watcher =
                new Watcher(ConversationChannels.PREFIX + conversation, outlet, position, this::isOfThisConversation);
    }

    @Override
    public void opened() {
        watching = true;
        hub.watch(avatar, watcher);
    }

    @Override
    public Uni<Answer> handle(String event, ObjectNode payload) {
        return Uni.createFrom().item(Answer.refused("unknown event"));
    }

    @Override
    public void left() {
        if (watching) {
            watching = false;
            hub.unwatch(avatar, watcher);
        }
    }

    private boolean isOfThisConversation(Entry entry) {
        return switch (entry.event()) {
            case ConversationMessageV1 said -> said.conversationId().equals(conversation);
            case ConversationEndedV1 ended -> ended.conversationId().equals(conversation);
            case AvatarEvent other -> false;
            case BondEvent other -> false;
            case BondEvolvedV1 other -> false;
            case ConversationStartedV1 other -> false;
            case GreetingSaidV1 other -> false;
            case MatchFoundV1 other -> false;
            case MatchMutualV1 other -> false;
            case MatchLostV1 other -> false;
            case BlockChangedV1 other -> false;
            case MemoryFormedV1 other -> false;
            case MemoryFadedV1 other -> false;
            case ThoughtHadV1 other -> false;
            case LlmUsageV1 other -> false;
            case ErasureDoneV1 other -> false;
            case LeftBehindV1 other -> false;
            case WorldClockV1 other -> false;
        };
    }
}
