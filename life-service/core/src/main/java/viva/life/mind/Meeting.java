package viva.life.mind;

import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.EndReason;
import viva.life.activity.CreatingMemory;
import viva.life.activity.Exploring;
import viva.life.activity.Idle;
import viva.life.activity.InConversation;
import viva.life.activity.MatchDiscovered;
import viva.life.activity.Reflecting;
import viva.life.activity.Sleeping;
import viva.life.activity.Socializing;
import viva.life.activity.Thinking;
import viva.life.talk.Meaning;
import viva.life.talk.Script;
import viva.life.tie.Tie;

/** Invitations, and conversations as they take place in one mind. */
final class Meeting {
    /** World minutes that a guest waits for the first word, and a host for an answer its owner asked for. */
    private static final double PATIENCE_MINUTES = 15;

    /** How often one seeker asks somebody, before it gives up. */
    private static final int MOST_ASKED = 3;

    private Meeting() {}

    /** The owner named somebody to talk to. */
    static void urge(Draft mind, Input.Urged urged) {
        mind.relations = mind.relations.ownerCame(mind.now);
        EndReason excuse = Willingness.unable(mind);
        if (excuse != null) {
            mind.want(new Intent.Excuse(mind.time(), urged.other(), urged.conversation(), excuse));
            return;
        }
        Socializing socializing = outAmongOthers(mind);
        mind.become(socializing);
        Companions.ask(mind, socializing, urged.other(), urged.conversation(), true);
        Desires.update(mind);
    }

    /** Somebody asks for its company: it says yes and waits for the first word, or says why not. */
    static void invite(Draft mind, Input.Invited invited) {
        EndReason no = Willingness.declines(mind, invited);
        if (no == null) {
            InConversation waiting = outAmongOthers(mind)
                    .meet(invited.host(), invited.conversation(), mind.now + minutes(PATIENCE_MINUTES));
            mind.become(waiting);
            Desires.update(mind);
        }
        mind.want(new Intent.Answer(mind.time(), invited.host(), invited.conversation(), no));
    }

    /** Whom it asked said no: it feels it, and may ask somebody else. */
    static void decline(Draft mind, Input.Declined declined) {
        if (!(mind.activity instanceof Socializing socializing) || !socializing.awaits(declined.conversation())) {
            return;
        }
        if (socializing.invited() != null && Willingness.isPersonal(declined.reason())) {
            mind.feel(Experience.nobodyThere(mind.temperament).times(2), Experience.TRIFLE);
        }
        askSomebodyElse(mind, socializing);
        Desires.update(mind);
    }

    /** How the conversation goes is settled; whoever does not wait for it any more says so. */
    static void meet(Draft mind, Input.Met met) {
        InConversation talking = switch (mind.activity) {
            case Socializing socializing
            when socializing.awaits(met.conversation()) ->
                socializing.meet(met.partner(), met.conversation(), mind.now + 1);
            case InConversation waiting
            when waiting.conversation().equals(met.conversation()) && waiting.script() == null -> waiting;
            case Idle _,
                    Thinking _,
                    Socializing _,
                    InConversation _,
                    Reflecting _,
                    CreatingMemory _,
                    Exploring _,
                    MatchDiscovered _,
                    Sleeping _ -> null;
        };
        if (talking == null) {
            if (!isIn(mind, met.conversation())) {
                leave(mind, met.partner(), met.conversation());
            }
            return;
        }
        long start = Math.max(met.startsAt().millis(), mind.now);
        mind.become(talking.begin(Script.of(
                met.acts(),
                met.topics(),
                met.host(),
                start,
                Script.keyOf(met.conversation()),
                met.humorMatch(),
                met.overlap())));
        Tie tie = mind.relations.circle().of(met.partner());
        mind.relations = mind.relations.with(mind.relations.circle().with(tie.met(mind.now)));
        Desires.update(mind);
    }

    private static boolean isIn(Draft mind, ConversationId conversation) {
        return mind.activity instanceof InConversation talking
                && talking.conversation().equals(conversation);
    }

    private static void leave(Draft mind, AvatarId partner, ConversationId conversation) {
        mind.want(new Intent.Leave(mind.time(), partner, conversation, EndReason.NO_LONGER_WAITING));
    }

    /** The next turn takes place: what the other does lands here, what it does itself eases it a little. */
    static void land(Draft mind, InConversation talking) {
        Script script = talking.script();
        DialogueAct act = script.act(talking.landed());
        if (script.isMine(talking.landed())) {
            mind.feel(Experience.spoke(mind.temperament).times(.3), Experience.TRIFLE);
        } else {
            Tie tie = mind.relations.circle().of(talking.partner());
            mind.feel(
                    Meaning.felt(act, mind.temperament, tie, script.humorMatch(), script.overlap()),
                    Meaning.of(act, tie, script.humorMatch(), script.overlap()).importance());
        }
        mind.become(talking.turn());
    }

    static void part(Draft mind, InConversation talking) {
        mind.want(new Intent.Parted(
                mind.time(), talking.partner(), talking.conversation(), talking.script(), talking.landed()));
        Tie tie = mind.relations.circle().of(talking.partner());
        mind.relations = mind.relations.with(mind.relations.circle().with(tie.met(mind.now)));
        mind.become(talking.part(mind.stay(mind.parameters.activities().mingleMinutes())));
    }

    /** It is over before its time. */
    static void cut(Draft mind, Input.Cut cut) {
        switch (mind.activity) {
            case InConversation talking when talking.conversation().equals(cut.conversation()) -> part(mind, talking);
            case Socializing socializing
            when socializing.awaits(cut.conversation()) -> mind.become(socializing.leave());
            case Idle _,
                    Thinking _,
                    Socializing _,
                    InConversation _,
                    Reflecting _,
                    CreatingMemory _,
                    Exploring _,
                    MatchDiscovered _,
                    Sleeping _ -> {}
        }
        Desires.update(mind);
    }

    /** Somebody left its life: what it does with them, or because of them, is over, and it may ask somebody else. */
    static void lose(Draft mind, AvatarId other, boolean forGood) {
        switch (mind.activity) {
            case InConversation talking when forGood && talking.involves(other) -> part(mind, talking);
            case Socializing socializing when socializing.involves(other) -> stopAwaiting(mind, socializing, forGood);
            case MatchDiscovered match when match.involves(other) -> mind.become(match.record());
            case Idle _,
                    Thinking _,
                    Socializing _,
                    InConversation _,
                    Reflecting _,
                    CreatingMemory _,
                    Exploring _,
                    MatchDiscovered _,
                    Sleeping _ -> {}
        }
    }

    /** Who only rests is waited for when the owner named them; who is gone for good is not. */
    private static void stopAwaiting(Draft mind, Socializing socializing, boolean forGood) {
        if (!socializing.urged()) {
            askSomebodyElse(mind, socializing);
        }
        if (forGood && mind.activity.equals(socializing)) {
            mind.become(socializing.leave());
        }
    }

    private static void askSomebodyElse(Draft mind, Socializing socializing) {
        boolean time = socializing.until() - mind.now > minutes(2);
        if (time && socializing.asked() < MOST_ASKED) {
            Companions.seek(mind, socializing.invited());
        }
    }

    /** On the legal way there, whatever it was doing; it is neither asleep nor in conversation. */
    private static Socializing outAmongOthers(Draft mind) {
        long until = mind.now + minutes(PATIENCE_MINUTES);
        return switch (mind.activity) {
            case Socializing socializing -> socializing.leave().think(mind.now).socialize(until);
            case Thinking thinking -> thinking.socialize(until);
            case Idle idle -> idle.think(mind.now).socialize(until);
            case Exploring exploring -> exploring.comeHome().think(mind.now).socialize(until);
            case Reflecting reflecting ->
                reflecting.gainInsight(mind.now).store().think(mind.now).socialize(until);
            case CreatingMemory settling -> settling.store().think(mind.now).socialize(until);
            case MatchDiscovered match -> match.record().think(mind.now).socialize(until);
            case InConversation _, Sleeping _ -> throw new IllegalStateException("cannot go out: " + mind.activity);
        };
    }

    private static long minutes(double minutes) {
        return (long) (minutes * Draft.MILLIS_PER_MINUTE);
    }
}
