package viva.life.command;

import viva.contracts.message.CloudEvent;
import viva.life.decision.Draft;
import viva.life.decision.Now;
import viva.life.encounter.Invitations;
import viva.life.encounter.Keepsakes;
import viva.life.encounter.Partings;
import viva.life.living.IntentHandler;
import viva.life.mind.Intent;
import viva.life.outreach.Outreach;
import viva.life.ownertalk.Answers;
import viva.life.ownertalk.OwnerMemories;
import viva.life.resident.Resident;

/** What the intents of a mind do in the world. */
final class Intents implements IntentHandler {
    private final Invitations invitations;
    private final Partings partings;
    private final Outreach outreach;
    private final Keepsakes keepsakes;
    private final Answers answers;
    private final OwnerMemories memories;

    Intents(
            Invitations invitations,
            Partings partings,
            Outreach outreach,
            Keepsakes keepsakes,
            Answers answers,
            OwnerMemories memories) {
        this.invitations = invitations;
        this.partings = partings;
        this.outreach = outreach;
        this.keepsakes = keepsakes;
        this.answers = answers;
        this.memories = memories;
    }

    /** Whether an intent does anything outside the mind; a tick without such intents needs no transaction of its own. */
    boolean matter(Resident resident, Intent intent, Now.Company company) {
        return switch (intent) {
            case Intent.SeekCompany _ -> invitations.areWanted();
            case Intent.Speak _,
                    Intent.Answer _,
                    Intent.Excuse _,
                    Intent.Leave _,
                    Intent.Greet _,
                    Intent.ReachOut _,
                    Intent.ChatEnded _ -> true;
            case Intent.Parted parted ->
                parted.script() != null && parted.script().isHost();
            case Intent.Think think -> think.asked() || company.isWatched(resident.id());
            case Intent.Remember remember -> Keepsakes.isWorthIt(remember);
            case Intent.Discover _, Intent.Explore _, Intent.Reflect _ -> false;
        };
    }

    @Override
    public void carryOut(Resident resident, Intent intent, CloudEvent<?> cause, Draft draft) {
        if (!matter(resident, intent, draft.now().company())) {
            return;
        }
        switch (intent) {
            case Intent.Speak speak -> answers.ask(resident, speak, cause, draft);
            case Intent.SeekCompany seek -> invitations.seek(resident, seek, draft);
            case Intent.Answer answer -> invitations.answer(resident, answer, cause, draft);
            case Intent.Excuse excuse -> invitations.excuse(resident, excuse, draft);
            case Intent.Leave leave -> partings.leave(resident, leave, draft);
            case Intent.Parted parted -> partings.part(parted, draft);
            case Intent.Think think -> outreach.think(resident, think, draft);
            case Intent.Greet greet -> outreach.greet(resident, greet, cause, draft);
            case Intent.ChatEnded ended -> memories.chatEnded(resident, ended, draft);
            case Intent.ReachOut reach -> outreach.reachOut(resident, reach, draft);
            case Intent.Remember remember -> keepsakes.keep(resident, remember, draft);
            case Intent.Discover _, Intent.Explore _, Intent.Reflect _ -> {}
        }
    }
}
