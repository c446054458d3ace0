package viva.life.talk;

import viva.contracts.AttachmentStyle;
import viva.contracts.DialogueAct;
import viva.life.feeling.Feeling;
import viva.life.temperament.Temperament;
import viva.life.tie.Tie;
import viva.life.tie.TieStatus;

/**
 * How likely each act is in a turn: by who speaks, how it feels, what the two are to each other, what was done just before, and how long they
 * have talked. The weights are ours, in units of one ordinary remark; their signs follow the traits (agreeable people agree and comfort, the
 * extraverted joke and disclose, hostile moods argue; McCrae and Costa 1989).
 */
final class ActWeights {
    /** A goodbye is out of place before this turn. */
    private static final int SETTLED = 3;

    private static final DialogueAct[] ACTS = DialogueAct.values();

    private final Party speaker;
    private final Party listener;
    private final Transcript so;
    private final double mood;

    private ActWeights(Party speaker, Party listener, Transcript so) {
        this.speaker = speaker;
        this.listener = listener;
        this.so = so;
        this.mood = Math.clamp(speaker.feelings().mood(), -1.0, 1.0);
    }

    /** The act that is drawn with {@code luck} in [0, 1). */
    static DialogueAct drawn(Party speaker, Party listener, Transcript so, double luck) {
        ActWeights weights = new ActWeights(speaker, listener, so);
        double[] each = new double[ACTS.length];
        double total = 0;
        for (DialogueAct act : ACTS) {
            each[act.code()] = so.isWornOut(act) ? 0 : Math.max(0, weights.of(act)) * so.freshness(act);
            total += each[act.code()];
        }
        double left = luck * total;
        for (DialogueAct act : ACTS) {
            left -= each[act.code()];
            if (left < 0) {
                return act;
            }
        }
        return DialogueAct.GOODBYE;
    }

    private double of(DialogueAct act) {
        Temperament self = speaker.temperament();
        Tie tie = speaker.tie();
        double warm = Meaning.warmth(tie);
        if (so.turns() < 2) {
            return act == DialogueAct.GREET ? 6 : act == DialogueAct.ASK ? .5 : act == DialogueAct.JOKE ? .2 : 0;
        }
        return switch (act) {
            case GREET -> 0;
            case ASK -> 1 + .6 * self.openness() + .4 * self.agreeableness();
            case DISCLOSE ->
                (.5 + 1.2 * self.extraversion() * (.3 + tie.familiarity()) + Math.max(0, -mood)) * openness(self);
            case JOKE -> .4 + self.extraversion() * (mood > 0 ? 1 + mood : .5);
            case COMPLIMENT -> .2 + 1.2 * self.agreeableness() * warm;
            case TEASE -> .1 + .6 * self.extraversion() * tie.familiarity() * (1.2 - self.agreeableness());
            case FLIRT -> flirting(tie, self);
            case COMFORT -> isDown(listener) ? .4 + 1.4 * self.agreeableness() : .05;
            case AGREE -> .5 + .9 * self.agreeableness() + (so.lastIs(DialogueAct.DISCLOSE) ? .4 : 0);
            case DISAGREE -> .15 + .7 * (1 - self.agreeableness()) * (so.turns() > 2 ? 1 : .3);
            case ARGUE -> arguing(self);
            case APOLOGISE -> so.ownLastWas(DialogueAct.ARGUE, DialogueAct.DISAGREE) ? 1.6 * self.agreeableness() : 0;
            case THANK -> so.lastIs(DialogueAct.COMPLIMENT, DialogueAct.COMFORT, DialogueAct.APOLOGISE) ? 1.5 : .05;
            case SHARE_MEMORY -> 1.2 * tie.familiarity();
            case INVITE -> inviting(tie, warm);
            case GOODBYE -> leaving();
        };
    }

    /** Some let others see less of them (Bartholomew and Horowitz 1991). */
    private static double openness(Temperament self) {
        return self.attachment() == AttachmentStyle.AVOIDANT || self.attachment() == AttachmentStyle.FEARFUL ? .6 : 1;
    }

    private static double flirting(Tie tie, Temperament self) {
        boolean may = tie.status() != TieStatus.EX && tie.status() != TieStatus.COMPLICATED;
        double drawn = tie.attraction() * (.6 + .8 * self.extraversion());
        double spark = tie.status() == TieStatus.STRANGERS || tie.score() == 0 ? .12 : .6 * tie.score();
        return may ? 1.6 * drawn + spark : 0;
    }

    private double arguing(Temperament self) {
        double temper = (.15 + self.neuroticism()) * (1.1 - self.agreeableness());
        double heat = speaker.feelings().offset(Feeling.ANGER) * 3 + Math.max(0, -mood) * .4;
        double fuel =
                so.lastIs(DialogueAct.ARGUE) ? 1.2 : so.lastIs(DialogueAct.DISAGREE, DialogueAct.TEASE) ? .5 : .08;
        double strained = speaker.tie().status() == TieStatus.COMPLICATED ? 1 : 0;
        return temper * (fuel + heat + .4 * strained);
    }

    private static double inviting(Tie tie, double warm) {
        return tie.status() == TieStatus.MUTUAL_CRUSH ? 1 : .05 + .4 * warm;
    }

    private double leaving() {
        if (so.turns() < SETTLED) {
            return 0;
        }
        double share = (so.turns() - SETTLED + 1) / (double) (Script.MOST_TURNS - SETTLED);
        double tired = Math.max(0, 30 - speaker.energy()) / 30;
        double hurt = Math.max(0, -mood) + (so.lastIs(DialogueAct.ARGUE) ? .5 : 0);
        return 6 * share * share + 2 * tired + hurt;
    }

    private static boolean isDown(Party other) {
        return other.feelings().mood() < -.15 || other.feelings().offset(Feeling.SADNESS) > .15;
    }
}
