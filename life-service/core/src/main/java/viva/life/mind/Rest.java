package viva.life.mind;

import viva.life.activity.InConversation;
import viva.life.activity.Socializing;

/**
 * An avatar rests by its owner's wish: time stands still for it, nothing is lived, and nothing of the rest is made up for. It goes on with the
 * needs and feelings that it had, and asleep or awake as the hour has it.
 */
final class Rest {
    private Rest() {}

    static void begin(Draft mind) {
        if (mind.resting) {
            return;
        }
        if (mind.activity instanceof InConversation talking) {
            Meeting.part(mind, talking);
        }
        if (mind.activity instanceof Socializing socializing) {
            mind.become(socializing.leave());
        }
        if (mind.inCompany()) {
            mind.closeChat();
        }
        mind.hold(mind.now);
        mind.desire = Desire.NONE;
        mind.resting = true;
    }

    /** @param mind whose needs and feelings are those from before the rest */
    static void end(Draft mind) {
        mind.resting = false;
        Absence.goOn(mind);
    }
}
