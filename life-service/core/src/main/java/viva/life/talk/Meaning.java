package viva.life.talk;

import viva.contracts.DialogueAct;
import viva.life.appraisal.Appraisal;
import viva.life.appraisal.Appraiser;
import viva.life.feeling.Impulses;
import viva.life.temperament.Temperament;
import viva.life.tie.Tie;

/**
 * What a partner's act means to the one who hears it, from what the speaker is to the listener. The numbers are ours: their signs and order
 * follow what makes and breaks bonds in conversation – being asked, answered, understood and comforted (Reis and Shaver 1988), jokes that land by shared
 * humor, contempt and argument that weigh several times as much as a kindness (Gottman 1994).
 */
public final class Meaning {
    /** An act among many a day stirs up less than what an owner says once. */
    private static final double EVERYDAY = .35;

    private Meaning() {}

    /** What one act stirs up in its listener. */
    public static Impulses felt(DialogueAct act, Temperament listener, Tie tie, double humorMatch, double overlap) {
        return Appraiser.feel(of(act, tie, humorMatch, overlap), listener).times(EVERYDAY);
    }

    /**
     * The appraisal of one act.
     *
     * @param tie what the speaker is to the listener
     * @param humorMatch in [0, 1]
     * @param overlap of interests and values, in [0, 1]
     */
    public static Appraisal of(DialogueAct act, Tie tie, double humorMatch, double overlap) {
        double warm = warmth(tie);
        double drawn = tie.attraction();
        return switch (act) {
            case GREET -> meaning(.1 + .2 * warm, .05, .05, 0, .05);
            case ASK -> meaning(.12, .05, .1, .05, .1);
            case DISCLOSE -> meaning(.1, .05, .12 + .2 * tie.familiarity(), .1, .2);
            case JOKE -> meaning(.6 * humorMatch - .15, 0, .05, .3 * humorMatch, .1);
            case COMPLIMENT -> meaning(.35 + .2 * warm, .3, .15, .1, .2);
            case TEASE -> teasing(.6 * humorMatch + .5 * warm - .45);
            case FLIRT -> meaning(clamp(1.3 * drawn - .25), 0, clamp(.6 * drawn - .05), .25, .25);
            case COMFORT -> meaning(.3, .35, .25, .05, .25);
            case AGREE -> meaning(.15 + .15 * overlap, .05, .1, 0, .1);
            case DISAGREE -> meaning(-.12, -.05, -.02, .1, .1);
            case ARGUE -> meaning(-.5, -.45, -.25, .2, .35);
            case APOLOGISE -> meaning(.15, .35, .1, .05, .2);
            case THANK -> meaning(.2, .1, .1, 0, .1);
            case SHARE_MEMORY -> meaning(.12 + .2 * tie.familiarity(), 0, .25 * tie.familiarity(), .05, .2);
            case INVITE -> meaning(.15 + .3 * warm + .3 * drawn, .1, .2, .15, .25);
            case GOODBYE -> meaning(-.04, 0, -.05, 0, .05);
            case ANSWER -> meaning(.14, .05, .1 + .15 * tie.familiarity(), .05, .1);
            case ACCEPT -> meaning(.25 + .2 * warm + .2 * drawn, .2, .2, .15, .25);
            case DECLINE -> meaning(-.2 - .1 * drawn, -.05, -.1, .15, .2);
            case LAUGH -> meaning(.3, .1, .12, .05, .1);
            case GROAN -> meaning(.15 * humorMatch + .1 * warm - .12, 0, .02, .05, .05);
            case ACKNOWLEDGE -> meaning(.1, .05, .06 + .1 * warm, 0, .05);
        };
    }

    /** How warmly the listener sees the speaker, in [0, 1]; .25 for a stranger. */
    static double warmth(Tie tie) {
        return (tie.trust() + tie.affection()) / 2;
    }

    private static Appraisal teasing(double landing) {
        return meaning(clamp(.6 * landing), landing < 0 ? .3 * landing : 0, .1 * landing, .15, .1);
    }

    private static Appraisal meaning(
            double desirability, double praiseworthiness, double closeness, double unexpectedness, double importance) {
        return new Appraisal(
                clamp(desirability), 1, clamp(praiseworthiness), 0, clamp(closeness), unexpectedness, importance);
    }

    private static double clamp(double value) {
        return Math.max(-1, Math.min(1, value));
    }
}
