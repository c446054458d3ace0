package viva.life.talk;

import viva.contracts.DialogueAct;

/** How likely each act is, in weights at or above 0 of any unit; an act that was not given one does not come. Not safe for threads. */
final class Odds {
    private static final DialogueAct[] ACTS = DialogueAct.values();

    private final double[] weights = new double[ACTS.length];

    Odds with(DialogueAct act, double weight) {
        weights[act.code()] = Math.max(0, weight);
        return this;
    }

    double of(DialogueAct act) {
        return weights[act.code()];
    }

    /** The act that is drawn with {@code luck} in [0, 1); a goodbye when none can come. */
    DialogueAct drawn(double luck) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = luck * total;
        for (DialogueAct act : ACTS) {
            left -= weights[act.code()];
            if (left < 0) {
                return act;
            }
        }
        return DialogueAct.GOODBYE;
    }
}
