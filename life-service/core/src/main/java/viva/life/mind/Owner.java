package viva.life.mind;

import viva.life.feeling.Feeling;
import viva.life.feeling.Impulses;
import viva.life.tie.Relations;

/**
 * An avatar and the one it belongs to. A return is a joy, an absence is nothing: no feeling of the avatar ever falls because its owner was
 * away, and it writes first only when it has something on its mind, once, until it is heard.
 */
final class Owner {
    private static final double MILLIS_PER_HOUR = 3_600_000.0;

    /** World hours since the owner's last word before an avatar writes first; ours. */
    private static final double QUIET_HOURS = 12;

    /** World hours that an avatar waits after it wrote first and was not heard; ours: a week. */
    private static final double PATIENT_HOURS = 168;

    private Owner() {}

    static void came(Draft mind, Input.OwnerCame came) {
        boolean asleep = mind.sleep.asleep();
        double gladness = Math.min(1, came.awayHours() / 24);
        Impulses glad = Impulses.NONE
                .and(Feeling.JOY, .1 + .15 * gladness)
                .and(Feeling.LOVE, .05 + .1 * gladness)
                .and(Feeling.LONELINESS, -.3);
        Impulses felt = mind.concerned() ? Concern.coloured(glad) : glad;
        mind.feel(asleep ? felt.times(.5) : felt, Experience.NOTABLE);
        mind.relations = mind.relations.ownerCame(mind.now);
        Desires.update(mind);
        mind.want(new Intent.Greet(mind.time(), came.awayHours(), asleep));
    }

    /** Whether what it just thought is something to share with its owner. */
    static void mayReachOut(Draft mind) {
        boolean moved = switch (mind.desire) {
            case WANTS_TO_TALK, WANTS_ATTENTION, WANTS_TO_EXPRESS -> true;
            case NONE, WANTS_TO_SEE_CRUSH, WANTS_SOMETHING_NEW, WANTS_REST -> false;
        };
        long owner = mind.relations.ownerAtMillis();
        long last = mind.relations.reachedOutMillis();
        boolean known = owner != Relations.NEVER && hoursSince(owner, mind) >= QUIET_HOURS;
        boolean heard = last == Relations.NEVER || hoursSince(last, mind) >= PATIENT_HOURS;
        if (moved && known && heard && !mind.inCompany()) {
            mind.relations = mind.relations.reachedOut(mind.now);
            mind.want(new Intent.ReachOut(mind.time()));
        }
    }

    /** What was not sent is not waited for: patience is over at the instant from which on it may write. */
    static void unsent(Draft mind, Input.Unsent unsent) {
        long patience = (long) (PATIENT_HOURS * MILLIS_PER_HOUR);
        mind.relations = mind.relations.reachedOut(unsent.until().millis() - patience);
    }

    private static double hoursSince(long then, Draft mind) {
        return ((double) mind.now - then) / MILLIS_PER_HOUR;
    }
}
