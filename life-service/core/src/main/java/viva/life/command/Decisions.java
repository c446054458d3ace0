package viva.life.command;

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
import viva.life.bond.Bonds;
import viva.life.decision.CommandResult;
import viva.life.decision.Decision;
import viva.life.decision.Draft;
import viva.life.decision.Envelopes;
import viva.life.decision.Now;
import viva.life.decision.View;
import viva.life.encounter.Departures;
import viva.life.encounter.Encounters;
import viva.life.encounter.Invitations;
import viva.life.encounter.Keepsakes;
import viva.life.encounter.Partings;
import viva.life.encounter.Turns;
import viva.life.lifecycle.Erasure;
import viva.life.lifecycle.Lifecycle;
import viva.life.living.Living;
import viva.life.mind.Intent;
import viva.life.outreach.Outreach;
import viva.life.outreach.OwnerVisits;
import viva.life.ownertalk.Answers;
import viva.life.ownertalk.OwnerMemories;
import viva.life.ownertalk.OwnerTalk;
import viva.life.ownertalk.OwnerWords;
import viva.life.resident.Resident;
import viva.life.voice.Phrasing;

/** Decides what each trigger does: a function of the trigger, the view and the moment. */
public final class Decisions {
    private final Envelopes envelopes;
    private final Intents intents;
    private final Living living;
    private final Lifecycle lifecycle;
    private final Erasure erasure;
    private final OwnerTalk ownerTalk;
    private final OwnerVisits visits;
    private final Encounters encounters;
    private final Turns turns;
    private final Bonds bonds;

    /** Decisions of a world whose owners are not listened to. */
    public Decisions(LifeRules rules, Phrasing phrasing, Envelopes envelopes) {
        this(rules, phrasing, OwnerWords.NONE, envelopes);
    }

    public Decisions(LifeRules rules, Phrasing phrasing, OwnerWords words, Envelopes envelopes) {
        this.envelopes = envelopes;
        OwnerMemories memories = new OwnerMemories(words, rules.chats());
        Keepsakes keepsakes = new Keepsakes(phrasing);
        Partings partings = new Partings(keepsakes);
        Outreach outreach = new Outreach(phrasing, rules.outreach(), memories);
        Answers answers = new Answers(rules.answers(), memories);
        intents = new Intents(new Invitations(rules.encounters()), partings, outreach, keepsakes, answers, memories);
        living = new Living(intents);
        Departures departures = new Departures(living);
        turns = new Turns(partings, rules.encounters());
        encounters = new Encounters(living, departures, rules.encounters());
        erasure = new Erasure(departures, encounters);
        lifecycle = new Lifecycle(living, encounters, erasure);
        ownerTalk = new OwnerTalk(living, turns, phrasing, rules.answers(), memories);
        visits = new OwnerVisits(living);
        bonds = new Bonds(living, departures);
    }

    /** Whether an intent does anything outside the mind; a tick without such intents needs no decision. */
    public boolean matters(Resident resident, Intent intent, Now.Company company) {
        return intents.matter(resident, intent, company);
    }

    public Decision decide(Trigger trigger, View view, Now now) {
        Draft draft = new Draft(view, now, envelopes);
        CommandResult result = switch (trigger) {
            case Trigger.Commanded commanded -> follow(commanded.envelope(), commanded.command(), draft);
            case Trigger.AnswerDue due -> ownerTalk.speakOffline(due.ask(), draft);
            case Trigger.TicksDue due -> live(due, draft);
            case Trigger.TurnDue due -> turns.due(due.encounter(), draft);
        };
        return draft.decided(result);
    }

    private CommandResult live(Trigger.TicksDue due, Draft draft) {
        Resident resident = draft.resident(due.avatar());
        if (resident == null || !resident.isLiving()) {
            return new CommandResult.Ignored("it does not live any more");
        }
        living.liveTo(resident, due.at(), draft);
        return CommandResult.APPLIED;
    }

    private CommandResult follow(CloudEvent<?> envelope, LifeCommand command, Draft draft) {
        Resident addressed = draft.resident(command.avatarId());
        if (Commands.needs(command) == Commands.Needs.MIND && addressed != null && addressed.isErased()) {
            // Not rejected: a dead letter is kept, and with it what was said in it.
            return new CommandResult.Ignored("the avatar was erased");
        }
        return switch (command) {
            case LifecycleV1 wish -> lifecycle.follow(envelope, wish, draft);
            case OwnerMessageV1 message -> ownerTalk.hear(envelope, message, draft);
            case WordsV1 words -> ownerTalk.speak(envelope, words, draft);
            case AnswerBegunV1 begun -> ownerTalk.begun(begun, draft);
            case EraseConcernV1 wish -> ownerTalk.eraseConcern(envelope, wish, draft);
            case OwnerCameV1 came -> visits.came(envelope, came, draft);
            case TriggerThoughtV1 wish -> visits.triggerThought(envelope, wish, draft);
            case StartConversationV1 wish -> encounters.start(envelope, wish, draft);
            case EndConversationV1 wish -> encounters.end(envelope, wish, draft);
            case InvitationV1 invitation -> encounters.invite(envelope, invitation, draft);
            case InvitationAnswerV1 answer -> encounters.answered(envelope, answer, draft);
            case ConversationBegunV1 begun -> encounters.begun(envelope, begun, draft);
            case ConversationCutV1 cut -> encounters.cut(envelope, cut, draft);
            case TieV1 tie -> bonds.tie(envelope, tie, draft);
            case ProspectV1 prospect -> bonds.notice(envelope, prospect, draft);
            case DepartureV1 departure -> bonds.depart(envelope, departure, draft);
            case BlockV1 block -> bonds.block(envelope, block, draft);
            case ForgetV1 wish -> erasure.forget(envelope, wish, draft);
        };
    }
}
