package viva.life.living;

import viva.contracts.message.CloudEvent;
import viva.life.decision.Draft;
import viva.life.mind.Intent;
import viva.life.resident.Resident;

/** What the intents of minds do in the world. */
public interface IntentHandler {
    /**
     * Carries an intent out.
     *
     * @param resident as it is right after it decided
     * @param cause what led to it, or null
     */
    void carryOut(Resident resident, Intent intent, CloudEvent<?> cause, Draft draft);
}
