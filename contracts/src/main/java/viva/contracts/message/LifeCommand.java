package viva.contracts.message;

/** A command to one avatar: it goes to {@code life.shard.<n>}, where n is the avatar's shard. */
public sealed interface LifeCommand extends Command
        permits LifecycleV1,
                OwnerMessageV1,
                WordsV1,
                AnswerBegunV1,
                OwnerCameV1,
                StartConversationV1,
                EndConversationV1,
                TriggerThoughtV1,
                EraseConcernV1,
                InvitationV1,
                InvitationAnswerV1,
                ConversationBegunV1,
                ConversationCutV1,
                TieV1,
                ProspectV1,
                DepartureV1,
                BlockV1,
                ForgetV1 {}
