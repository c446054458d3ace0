package viva.life.talk;

import java.util.List;
import viva.contracts.ConversationOutcome;
import viva.contracts.DialogueAct;
import viva.life.feeling.Feeling;
import viva.life.feeling.Impulses;

/** Sums up what the acts of a conversation did to the two. The shares and weights are ours. */
final class Impact {
    /** An impulse sum that would be a perfect, or a ruinous, turn. */
    private static final double STRONG = .2;

    /** From this intensity on, an act is remembered. */
    private static final double MEMORABLE = .18;

    private double toHost;
    private double toGuest;
    private int hostHeard;
    private int guestHeard;
    private double depth;
    private double vulnerability;
    private double understanding;
    private double flirtation;
    private double conflict;
    private double strongest = MEMORABLE;
    private DialogueAct memorable;
    private int memorableTurn = -1;

    void landed(int turn, DialogueAct act, Impulses felt) {
        double pleasure = 0;
        for (Feeling feeling : Feeling.values()) {
            pleasure += felt.of(feeling) * feeling.valence();
        }
        if (turn % 2 == 0) {
            toGuest += pleasure;
            guestHeard++;
        } else {
            toHost += pleasure;
            hostHeard++;
        }
        weigh(act, pleasure);
        if (felt.intensity() > strongest && act != DialogueAct.GREET) {
            strongest = felt.intensity();
            memorable = act;
            memorableTurn = turn;
        }
    }

    private void weigh(DialogueAct act, double pleasure) {
        switch (act) {
            case DISCLOSE -> {
                depth += 1;
                vulnerability += 1;
            }
            case SHARE_MEMORY -> {
                depth += 1;
                vulnerability += .4;
            }
            case COMFORT -> {
                depth += .8;
                understanding += 1;
            }
            case ASK -> {
                depth += .3;
                understanding += .5;
            }
            case ANSWER -> {
                depth += .35;
                understanding += .3;
                vulnerability += .4;
            }
            case AGREE, THANK -> understanding += .8;
            case ACCEPT, ACKNOWLEDGE -> understanding += .4;
            case DECLINE -> {
                conflict += .1;
                understanding -= .2;
            }
            case APOLOGISE -> {
                understanding += .6;
                vulnerability += .5;
                conflict -= .5;
            }
            case DISAGREE -> {
                conflict += .3;
                understanding -= .2;
            }
            case ARGUE -> {
                conflict += 1.2;
                understanding -= .6;
            }
            case TEASE -> conflict += pleasure < 0 ? .4 : 0;
            case FLIRT -> flirtation += 1;
            case INVITE -> depth += .2;
            case GREET, JOKE, COMPLIMENT, LAUGH, GROAN, GOODBYE -> {}
        }
    }

    /** In [0, 1] after {@code turns}. */
    double conflict() {
        return share(conflict, 2);
    }

    ConversationOutcome outcome(List<DialogueAct> acts, Rapport rapport, String turningPoint) {
        int turns = acts.size();
        return new ConversationOutcome(
                turns,
                share(depth, .5 * turns),
                Math.clamp(.3 * rapport.overlap() + .7 * share(understanding, .4 * turns), 0.0, 1.0),
                enjoyment(toHost, hostHeard),
                enjoyment(toGuest, guestHeard),
                share(flirtation, .3 * turns),
                conflict(),
                share(vulnerability, .4 * turns),
                rapport.humorMatch(),
                memorable,
                memorableTurn,
                turningPoint);
    }

    private static double enjoyment(double pleasure, int heard) {
        return heard == 0 ? .5 : Math.clamp(.5 + .5 * pleasure / (heard * STRONG), 0.0, 1.0);
    }

    private static double share(double sum, double most) {
        return Math.clamp(sum / most, 0.0, 1.0);
    }
}
