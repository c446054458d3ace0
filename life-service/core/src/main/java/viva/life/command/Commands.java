package viva.life.command;

import java.util.UUID;
import viva.contracts.message.AnswerBegunV1;
import viva.contracts.message.BlockV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationBegunV1;
import viva.contracts.message.ConversationCutV1;
import viva.contracts.message.DepartureV1;
import viva.contracts.message.EndConversationV1;
import viva.contracts.message.EraseConcernV1;
import viva.contracts.message.ForgetV1;
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

/** What a command needs of its avatar before it can be decided. */
public final class Commands {
    private Commands() {}

    /** What a command needs to be there. */
    public enum Needs {
        /** A mind that can be read; without one the command waits for the birth, or for the version of this service that can read it. */
        MIND,

        /** A mind that can be read where there is one; an avatar that was never born is answered for. */
        READABLE_MIND,

        /** Nothing: it is answered for an avatar that is gone, or cannot be read. */
        NOTHING
    }

    public static Needs needs(LifeCommand command) {
        return switch (command) {
            case OwnerMessageV1 _,
                    WordsV1 _,
                    AnswerBegunV1 _,
                    OwnerCameV1 _,
                    TriggerThoughtV1 _,
                    EraseConcernV1 _,
                    StartConversationV1 _,
                    EndConversationV1 _,
                    TieV1 _,
                    ProspectV1 _,
                    DepartureV1 _,
                    BlockV1 _ -> Needs.MIND;
            case ConversationCutV1 _, ForgetV1 _ -> Needs.READABLE_MIND;
            case LifecycleV1 lifecycle ->
                lifecycle.wish() == LifecycleV1.Wish.ERASED ? Needs.NOTHING : Needs.READABLE_MIND;
            case InvitationV1 _, InvitationAnswerV1 _, ConversationBegunV1 _ -> Needs.NOTHING;
        };
    }

    /** What makes two deliveries the same command: an owner's message is one however often the gateway sent it. */
    public static UUID key(CloudEvent<?> envelope, LifeCommand command) {
        return command instanceof OwnerMessageV1 message ? message.messageId().value() : envelope.id();
    }
}
