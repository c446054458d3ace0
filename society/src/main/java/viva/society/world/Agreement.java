package viva.society.world;

import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.WorldTime;
import viva.life.mind.Input;
import viva.life.mind.Lives;
import viva.life.mind.Mind;
import viva.life.talk.Rapport;
import viva.life.talk.Talk;

/** Two who are about to talk, as they were when they agreed to: how they will talk follows from it. */
public record Agreement(
        ConversationId id, Inhabitant host, Mind hostMind, Inhabitant guest, Mind guestMind, WorldTime start) {
    /** Is told of every conversation that begins, in the order in which they do, by the thread that lives the world. */
    public interface Watcher {
        void begun(Agreement agreement, Talk.Plan plan);
    }

    Talk.Plan plan(Lives lives) {
        return lives.plan(id, host.id(), hostMind, guest.id(), guestMind, rapport(), start);
    }

    /** What comes of it when {@code landed} turns take place, at least one. */
    ConversationOutcome outcome(Lives lives, int landed) {
        Talk.Plan plan = plan(lives);
        return landed == plan.acts().size()
                ? plan.outcome()
                : lives.outcomeOf(
                        plan.acts().subList(0, landed),
                        id,
                        host.id(),
                        hostMind,
                        guest.id(),
                        guestMind,
                        rapport(),
                        start);
    }

    /** That it begins, as one side is told. */
    public Input.Met met(boolean toHost, Talk.Plan plan) {
        Rapport rapport = rapport();
        return new Input.Met(
                start,
                toHost ? guest.id() : host.id(),
                id,
                toHost,
                plan.acts(),
                rapport.humorMatch(),
                rapport.overlap(),
                start,
                plan.topics());
    }

    private Rapport rapport() {
        return Rapport.between(host.personality(), guest.personality());
    }
}
