package viva.life.mind;

import viva.contracts.DialogueAct;
import viva.contracts.Reading;
import viva.life.feeling.Feeling;
import viva.life.feeling.Impulses;
import viva.life.hearing.Intents;
import viva.life.hearing.Signs;

/**
 * An avatar's concern about its owner: raised by a sign of distress, ended by the word that it is better, by time, or by the owner's wish.
 * While it lasts nothing is a joke, and what would be a joy is a worry. The strengths are ours: a sign of danger must not leave a mind happier
 * than it was.
 */
final class Concern {
    /** World hours that it lasts when nobody said for how long: the fourteen days of a world that keeps real time. */
    private static final double HOURS = 14 * 24;

    private Concern() {}

    /** Takes a message in; whether it is a sign of distress. */
    static boolean hear(Draft mind, Input.OwnerMessage message) {
        Reading reading = message.reading();
        if (reading == null) {
            return false;
        }
        if (Signs.distress(reading)) {
            long until = message.concernUntil() == null
                    ? mind.now + (long) (HOURS * 3_600_000)
                    : message.concernUntil().millis();
            mind.concernUntil = Math.max(mind.concernUntil, Math.min(Mind.HORIZON, until));
            return true;
        }
        if (Signs.intent(Intents.FEELING_BETTER).test(reading)) {
            mind.concernUntil = Mind.NO_CONCERN;
        }
        return false;
    }

    /** What a sign of distress stirs up; {@code certainty} in [0, 1]. */
    static Impulses alarm(double certainty) {
        return Impulses.mixture()
                .and(Feeling.JOY, -.8 * certainty)
                .and(Feeling.EXCITEMENT, -.9 * certainty)
                .and(Feeling.CURIOSITY, -.5 * certainty)
                .and(Feeling.LOVE, -.4 * certainty)
                .and(Feeling.SADNESS, .35 * certainty)
                .and(Feeling.FEAR, .4 * certainty)
                .done();
    }

    /** What anything else stirs up while the concern lasts: a worry in place of the joy. */
    static Impulses coloured(Impulses impulses) {
        double joy = Math.max(0, impulses.of(Feeling.JOY));
        double excitement = Math.max(0, impulses.of(Feeling.EXCITEMENT));
        return impulses.and(Feeling.JOY, -joy)
                .and(Feeling.EXCITEMENT, -excitement)
                .and(Feeling.FEAR, .5 * joy)
                .and(Feeling.SADNESS, .3 * joy);
    }

    /** Whether an act has no place while the concern lasts. */
    static boolean rulesOut(DialogueAct act) {
        return act == DialogueAct.JOKE || act == DialogueAct.TEASE || act == DialogueAct.FLIRT;
    }
}
