package viva.life.encounter;

import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationOutcome;
import viva.contracts.EndReason;
import viva.contracts.WorldTime;
import viva.contracts.message.ConversationCutV1;
import viva.life.conversation.Ask;
import viva.life.conversation.Encounter;
import viva.life.decision.Change;
import viva.life.decision.Draft;
import viva.life.mind.Intent;
import viva.life.resident.Resident;
import viva.life.talk.Rapport;
import viva.life.talk.Script;

/** The end of encounters: at their last turn, before it, or because one side was erased. */
public final class Partings {
    private final Keepsakes keepsakes;

    public Partings(Keepsakes keepsakes) {
        this.keepsakes = keepsakes;
    }

    /** The two part. The end of a voiced encounter is told after its last words. */
    public void part(Intent.Parted parted, Draft draft) {
        Encounter encounter = draft.encounter(parted.conversation());
        if (encounter == null || encounter.landed() != Encounter.RUNNING) {
            return;
        }
        boolean whole = parted.landed() == encounter.script().turns();
        Encounter over = encounter.parted(
                parted.landed(),
                whole ? EndReason.GOODBYE : EndReason.CUT_SHORT,
                whole || parted.landed() == 0 ? encounter.outcome() : cutShort(encounter, parted.landed(), draft),
                parted.at());
        draft.change(new Change.EncounterChanged(over));
        if (over.isTold()) {
            end(over, draft);
        }
    }

    private static ConversationOutcome cutShort(Encounter encounter, int landed, Draft draft) {
        AvatarProfile profile = draft.profile(encounter.host().id());
        if (profile == null) {
            return encounter.outcome();
        }
        return draft.now()
                .lives()
                .outcomeOf(
                        encounter.script().acts().subList(0, landed),
                        encounter.id(),
                        encounter.host().id(),
                        encounter.host().mind(),
                        encounter.guest().id(),
                        encounter.guest().mind(),
                        Rapport.between(
                                profile.personality(),
                                encounter.guest().profile().personality()),
                        new WorldTime(encounter.script().startMillis()));
    }

    /** Both owners learn what came of it, and both avatars keep a memory. */
    void end(Encounter over, Draft draft) {
        EncounterMessages.ended(over, draft);
        if (over.landed() > 0) {
            keepsakes.keep(over, draft);
        }
    }

    /** An avatar leaves what the other side thinks is a conversation. */
    public void leave(Resident resident, Intent.Leave leave, Draft draft) {
        EncounterMessages.cut(leave.partner(), resident.id(), leave.conversation(), leave.reason(), leave.at(), draft);
    }

    /** One side is about to be erased: the other one's owner and mind learn that it is over. */
    static void abandon(Encounter encounter, AvatarId erased, Draft draft) {
        WorldTime at = draft.now().world();
        Encounter.Side stays = encounter.other(encounter.side(erased));
        EncounterMessages.partnerGone(encounter, stays, at, draft);
        EncounterMessages.cut(stays.id(), erased, encounter.id(), EndReason.PARTNER_GONE, at, draft);
        draft.change(new Change.EncounterDissolved(encounter.id(), erased));
    }

    /** The other side was erased. Its shard told of each encounter that it knew; the end of one that began meanwhile is told here. */
    static void partnerErased(ConversationCutV1 cut, WorldTime at, Draft draft) {
        Encounter encounter = draft.encounter(cut.conversationId());
        if (encounter != null && !encounter.isOver()) {
            EncounterMessages.partnerGone(encounter, encounter.side(cut.avatarId()), at, draft);
        }
        draft.change(new Change.EncounterDissolved(cut.conversationId(), cut.otherId()));
        for (int turn = 0; turn < Script.MOST_TURNS; turn++) {
            Ask ask = draft.ask(Encounter.message(cut.conversationId(), turn));
            if (ask != null) {
                draft.change(new Change.AnswerSettled(ask, Change.Wait.ABANDONED));
            }
        }
    }
}
