package viva.life.input;

import java.util.UUID;
import viva.contracts.message.CloudEvent;
import viva.life.mind.Intent;
import viva.life.resident.Resident;
import viva.life.watch.Watching;
import viva.platform.messaging.MessageFactory;

/** What the intents of a mind do in the world. */
public final class Effects {
    private final Company company;
    private final Presence presence;
    private final Keepsakes keepsakes;
    private final Answers answers;
    private final Watching watching;

    Effects(Company company, Presence presence, Keepsakes keepsakes, Answers answers, Watching watching) {
        this.company = company;
        this.presence = presence;
        this.keepsakes = keepsakes;
        this.answers = answers;
        this.watching = watching;
    }

    /** Whether an intent does anything outside the mind; a tick without such intents needs no transaction of its own. */
    public boolean matters(Resident resident, Intent intent) {
        return switch (intent) {
            case Intent.SeekCompany _ -> company.isWanted();
            case Intent.Speak _, Intent.Answer _, Intent.Excuse _, Intent.Leave _, Intent.Greet _, Intent.ReachOut _ ->
                true;
            case Intent.Parted parted ->
                parted.script() != null && parted.script().isHost();
            case Intent.Think think -> think.asked() || watching.isWatched(resident.id());
            case Intent.Remember remember -> Keepsakes.isWorthIt(remember);
            case Intent.Discover _, Intent.Explore _, Intent.Reflect _ -> false;
        };
    }

    void carryOut(Resident resident, Intent intent, CloudEvent<?> cause, Scene scene) {
        if (!matters(resident, intent)) {
            return;
        }
        switch (intent) {
            case Intent.Speak speak -> answers.ask(resident, speak, cause, scene);
            case Intent.SeekCompany seek -> company.seek(resident, seek, scene);
            case Intent.Answer answer -> company.answer(resident, answer, cause, scene);
            case Intent.Excuse excuse -> company.excuse(resident, excuse, scene);
            case Intent.Leave leave -> company.leave(resident, leave, scene);
            case Intent.Parted parted -> company.part(resident, parted, scene);
            case Intent.Think think -> presence.think(resident, think, scene);
            case Intent.Greet greet -> presence.greet(resident, greet, cause, scene);
            case Intent.ReachOut reach -> presence.reachOut(resident, reach, scene);
            case Intent.Remember remember -> keepsakes.keep(resident, remember, scene);
            case Intent.Discover _, Intent.Explore _, Intent.Reflect _ -> {}
        }
    }

    /** An id that follows from a moment of a life. */
    UUID derived(Resident resident, String what) {
        return MessageFactory.derivedId(resident.id().value(), what);
    }
}
