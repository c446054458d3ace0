package viva.life.command;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import viva.contracts.AvatarId;
import viva.contracts.message.AnswerBegunV1;
import viva.contracts.message.BlockV1;
import viva.contracts.message.ConversationBegunV1;
import viva.contracts.message.ConversationCutV1;
import viva.contracts.message.DepartureV1;
import viva.contracts.message.EndConversationV1;
import viva.contracts.message.EraseConcernV1;
import viva.contracts.message.ForgetV1;
import viva.contracts.message.InvitationAnswerV1;
import viva.contracts.message.InvitationV1;
import viva.contracts.message.LifecycleV1;
import viva.contracts.message.OwnerCameV1;
import viva.contracts.message.OwnerMessageV1;
import viva.contracts.message.ProspectV1;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.StartConversationV1;
import viva.contracts.message.TieV1;
import viva.contracts.message.TriggerThoughtV1;
import viva.contracts.message.WordsV1;
import viva.life.activity.InConversation;
import viva.life.conversation.Ask;
import viva.life.decision.Now;
import viva.life.decision.Read;
import viva.life.decision.View;
import viva.life.mind.Mind;
import viva.life.ownertalk.Answers;
import viva.life.resident.Resident;
import viva.life.tie.Relations;

/** What is to be read before a trigger can be decided. */
public final class Reads {
    private Reads() {}

    /** The reads for one trigger. Of {@code view} only residents and awaited answers are asked. */
    public static Set<Read> needs(Trigger trigger, View view, Now now) {
        Set<Read> reads = new LinkedHashSet<>();
        Resident resident = view.resident(trigger.avatar());
        addAlways(resident, now, reads);
        switch (trigger) {
            case Trigger.Commanded commanded -> add(commanded, view, now, reads);
            case Trigger.AnswerDue due -> addTurnOf(due.ask(), reads);
            case Trigger.TicksDue due -> {
                if (due.reaches() && resident != null && !resident.isErased()) {
                    reads.add(new Read.RecentMessages(resident.ownerConversation()));
                }
            }
            case Trigger.TurnDue due -> {
                reads.add(new Read.HostedEncounter(due.encounter().id()));
                reads.add(new Read.LinesOf(due.encounter().id()));
            }
        }
        return reads;
    }

    /** Whatever happens to an avatar, its ticks until then come first, and these may do anything. */
    private static void addAlways(Resident resident, Now now, Set<Read> reads) {
        if (resident == null || resident.isErased()) {
            return;
        }
        reads.add(new Read.Profile(resident.id()));
        if (resident.mind().relations().ownerAtMillis() != Relations.NEVER) {
            reads.add(new Read.Quota(resident.id()));
        }
        boolean mayEndChat = resident.mind().chatUntilMillis() != Mind.NO_CHAT
                && resident.mind().nextTickMillis() <= now.world().millis();
        if (mayEndChat) {
            reads.add(new Read.RecentMessages(resident.ownerConversation()));
        }
        if (resident.mind().activity() instanceof InConversation talking
                && talking.script() != null
                && talking.script().isHost()) {
            reads.add(new Read.HostedEncounter(talking.conversation()));
        }
    }

    private static void add(Trigger.Commanded commanded, View view, Now now, Set<Read> reads) {
        AvatarId avatar = commanded.avatar();
        switch (commanded.command()) {
            case OwnerMessageV1 message -> {
                reads.add(new Read.RecentMessages(Resident.ownerConversation(avatar, message.ownerId())));
                reads.add(new Read.Profile(avatar));
                reads.add(new Read.Quota(avatar));
                Answers.newsSince(commanded.reading(), now)
                        .ifPresent(since -> reads.add(new Read.NewsSince(avatar, since)));
            }
            case OwnerCameV1 came -> {
                reads.add(new Read.RecentMessages(Resident.ownerConversation(avatar, came.ownerId())));
                reads.add(new Read.Quota(avatar));
                Instant since = came.awaySince() == null ? came.cameAt() : came.awaySince();
                reads.add(new Read.NewsSince(avatar, since));
            }
            case WordsV1 words -> addTurnOf(view.ask(words.inReplyTo()), reads);
            case ConversationCutV1 cut -> reads.add(new Read.HostedEncounter(cut.conversationId()));
            case LifecycleV1 lifecycle -> {
                if (lifecycle.wish() == LifecycleV1.Wish.ERASED) {
                    reads.add(new Read.OpenEncounters(avatar));
                    reads.add(new Read.MentionsOf(avatar));
                }
            }
            case StartConversationV1 wish -> addBlocks(avatar, wish.otherId(), reads);
            case InvitationV1 invitation -> addBlocks(avatar, invitation.hostId(), reads);
            case InvitationAnswerV1 answer -> addBlocks(avatar, answer.guestId(), reads);
            case ConversationBegunV1 begun -> addBlocks(avatar, begun.hostId(), reads);
            case TieV1 tie -> addBlocks(avatar, tie.otherId(), reads);
            case ProspectV1 prospect -> addBlocks(avatar, prospect.otherId(), reads);
            case AnswerBegunV1 _,
                    TriggerThoughtV1 _,
                    EraseConcernV1 _,
                    EndConversationV1 _,
                    DepartureV1 _,
                    BlockV1 _,
                    ForgetV1 _ -> {}
        }
    }

    private static void addBlocks(AvatarId avatar, AvatarId other, Set<Read> reads) {
        if (other != null) {
            reads.add(new Read.BlocksBetween(avatar, other));
        }
    }

    private static void addTurnOf(Ask ask, Set<Read> reads) {
        if (ask != null && ask.request().data().occasion() == SpeakV1.Occasion.TURN) {
            reads.add(new Read.HostedEncounter(ask.request().data().conversationId()));
        }
    }
}
