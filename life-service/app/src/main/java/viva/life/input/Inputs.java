package viva.life.input;

import java.util.Optional;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationBegunV1;
import viva.contracts.message.ConversationCutV1;
import viva.contracts.message.EndConversationV1;
import viva.contracts.message.InvitationAnswerV1;
import viva.contracts.message.InvitationV1;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.LifecycleV1;
import viva.contracts.message.OwnerCameV1;
import viva.contracts.message.OwnerMessageV1;
import viva.contracts.message.ProspectV1;
import viva.contracts.message.StartConversationV1;
import viva.contracts.message.TieV1;
import viva.contracts.message.TriggerThoughtV1;
import viva.contracts.message.WordsV1;
import viva.life.clock.World;
import viva.life.conversation.Ask;
import viva.llm.voice.OfflineVoice;
import viva.platform.messaging.MessageFactory;

/** What each command to an avatar does. It changes nothing but the scene's {@link Ledger}, and asks nobody. */
public final class Inputs {
    private final Lifecycle lifecycle;
    private final OwnerTalk ownerTalk;

    public Inputs(World world, MessageFactory messages, OfflineVoice voice, ConversationConfig config) {
        lifecycle = new Lifecycle(world);
        ownerTalk = new OwnerTalk(world, messages, voice, config.answerDeadline());
    }

    /** Takes in one command. */
    public Reception take(CloudEvent<?> envelope, LifeCommand command, Scene scene) {
        return switch (command) {
            case LifecycleV1 wish -> lifecycle.follow(envelope.id(), wish, scene);
            case OwnerMessageV1 message -> ownerTalk.hear(envelope, message, scene);
            case WordsV1 words -> ownerTalk.speak(envelope, words, scene);
            case OwnerCameV1 _,
                    StartConversationV1 _,
                    EndConversationV1 _,
                    TriggerThoughtV1 _,
                    InvitationV1 _,
                    InvitationAnswerV1 _,
                    ConversationBegunV1 _,
                    ConversationCutV1 _,
                    TieV1 _,
                    ProspectV1 _ -> new Reception.Ignored("not lived yet");
        };
    }

    /** An awaited answer is due. */
    public Reception overdue(Ask ask, Scene scene) {
        return ownerTalk.speakUnaided(ask, scene);
    }

    /** An avatar was not lived for so long that it leaps. */
    public Reception comeBack(AvatarId avatar, Scene scene) {
        return lifecycle.comeBack(avatar, scene);
    }

    /** What makes two deliveries the same command: an owner's message is one however often the gateway sent it. */
    public static UUID keyOf(CloudEvent<?> envelope, LifeCommand command) {
        return switch (command) {
            case OwnerMessageV1 message -> message.messageId().value();
            case LifecycleV1 _,
                    WordsV1 _,
                    OwnerCameV1 _,
                    StartConversationV1 _,
                    EndConversationV1 _,
                    TriggerThoughtV1 _,
                    InvitationV1 _,
                    InvitationAnswerV1 _,
                    ConversationBegunV1 _,
                    ConversationCutV1 _,
                    TieV1 _,
                    ProspectV1 _ -> envelope.id();
        };
    }

    /** The conversation whose latest lines have to be known before the command is taken in. */
    public static Optional<ConversationId> conversationOf(LifeCommand command) {
        return switch (command) {
            case OwnerMessageV1 message -> Optional.of(OwnerTalk.conversation(message.avatarId(), message.ownerId()));
            case LifecycleV1 _,
                    WordsV1 _,
                    OwnerCameV1 _,
                    StartConversationV1 _,
                    EndConversationV1 _,
                    TriggerThoughtV1 _,
                    InvitationV1 _,
                    InvitationAnswerV1 _,
                    ConversationBegunV1 _,
                    ConversationCutV1 _,
                    TieV1 _,
                    ProspectV1 _ -> Optional.empty();
        };
    }
}
