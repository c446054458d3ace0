package viva.life.living;

import java.util.List;
import java.util.UUID;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.life.activity.InConversation;
import viva.life.decision.Change;
import viva.life.decision.Draft;
import viva.life.mind.Input;
import viva.life.mind.Intent;
import viva.life.mind.Outcome;
import viva.life.resident.Resident;

/** Lives minds within a decision: every tick and every input with what follows from it, and every input in the journal. */
public final class Living {
    private final IntentHandler intents;

    public Living(IntentHandler intents) {
        this.intents = intents;
    }

    /** Plays what is due up to {@code at}, one tick after the other. What comes of a tick may be an input to the mind at once. */
    public Resident liveTo(Resident resident, WorldTime at, Draft draft) {
        Resident lived = resident;
        if (draft.now().lives().isAway(lived.mind(), at)) {
            return leap(lived, at, draft);
        }
        while (lived.mind().nextTickMillis() <= at.millis()) {
            Outcome outcome = draft.now().lives().tick(lived.mind());
            List<Intent> decided = outcome.intentsSince(lived.mind());
            lived = lived.with(outcome.mind());
            draft.keep(lived);
            carryOut(lived, decided, null, draft);
            lived = draft.resident(lived.id());
        }
        return lived;
    }

    /** The instant of a leap over a long absence is that of a read: it is journalled, so that the life can be folded. */
    private Resident leap(Resident resident, WorldTime at, Draft draft) {
        Input leap = new Input.Absent(at);
        Outcome outcome = draft.now().lives().apply(resident.mind(), leap);
        Resident lived = resident.with(outcome.mind());
        draft.keep(lived);
        draft.change(new Change.InputApplied(lived.id(), lived.momentId("absent"), leap, lived.mind()));
        if (resident.mind().activity() instanceof InConversation talking && talking.script() != null) {
            Intent parted = new Intent.Parted(
                    lived.mind().asOf(), talking.partner(), talking.conversation(), talking.script(), talking.landed());
            intents.carryOut(lived, parted, null, draft);
        }
        carryOut(lived, outcome.chatEnd(resident.mind()), null, draft);
        return lived;
    }

    /**
     * Applies an input to a mind.
     *
     * @param id of the message it came with; the journal has one entry for it
     * @param cause what led to it, or null
     */
    public Resident take(Resident resident, UUID id, Input input, CloudEvent<?> cause, Draft draft) {
        Resident lived = liveTo(resident, input.at(), draft);
        Outcome outcome = draft.now().lives().apply(lived.mind(), input);
        Resident moved = lived.with(outcome.mind());
        draft.keep(moved);
        draft.change(new Change.InputApplied(moved.id(), id, input, moved.mind()));
        carryOut(moved, outcome.intents(), cause, draft);
        return draft.resident(resident.id());
    }

    /**
     * Applies an input to a mind as it is, without the ticks before it and without intents.
     *
     * @param id of the message it came with; the journal has one entry for it
     */
    public static Resident note(Resident resident, UUID id, Input input, Draft draft) {
        Resident moved =
                resident.with(draft.now().lives().apply(resident.mind(), input).mind());
        draft.keep(moved);
        draft.change(new Change.InputApplied(moved.id(), id, input, moved.mind()));
        return moved;
    }

    private void carryOut(Resident resident, List<Intent> decided, CloudEvent<?> cause, Draft draft) {
        for (Intent intent : decided) {
            intents.carryOut(resident, intent, cause, draft);
        }
    }
}
