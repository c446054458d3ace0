package viva.life.mind;

import viva.life.activity.Activity;
import viva.life.activity.Idle;
import viva.life.sleep.Sleep;

/**
 * A world that stood still for more than a week wakes up without an invented past: only the closed forms apply. Feelings fade, sleep is
 * where a regular life would have it, and a need sinks to where the avatar would have looked after it, no lower.
 */
final class Absence {
    private Absence() {}

    static void leap(Draft mind) {
        mind.write(mind.needs.sunk(
                mind.now, mind.parameters.needs().wanting(), mind.parameters.needs(), mind.temperament));
        mind.write(mind.feelingsNow());
        goOn(mind);
    }

    /** A life is taken up again at a regular hour of it: asleep or with nothing to do, as that hour has it. */
    static void goOn(Draft mind) {
        mind.sleep = Sleep.settled(mind.now, mind.temperament.chronotype(), mind.parameters.sleep());
        Idle idle = Activity.born();
        mind.forgetChat();
        mind.activity = mind.sleep.asleep() ? idle.fallAsleep() : idle;
        mind.restlessFrom = mind.now;
        if (mind.sleep.asleep()) {
            mind.thoughtDue = Long.MAX_VALUE;
        } else {
            mind.awaitThought();
        }
        Desires.update(mind);
    }
}
