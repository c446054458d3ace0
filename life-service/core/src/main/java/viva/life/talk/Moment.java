package viva.life.talk;

import viva.contracts.AttachmentStyle;
import viva.contracts.BondStatus;
import viva.contracts.DialogueAct;
import viva.contracts.TalkTopic;
import viva.life.feeling.Feeling;
import viva.life.temperament.Temperament;
import viva.life.tie.Tie;

/** All that a speaker's choice of act and topic depends on but chance. */
record Moment(Party speaker, Party listener, Rapport rapport, Transcript so) {
    Temperament self() {
        return speaker.temperament();
    }

    Tie tie() {
        return speaker.tie();
    }

    Turn last() {
        return so.last();
    }

    /** The speaker's, in [-1, 1]. */
    double mood() {
        return Math.clamp(speaker.feelings().mood(), -1.0, 1.0);
    }

    /** How warmly the speaker sees the listener, in [0, 1]. */
    double warm() {
        return Meaning.warmth(speaker.tie());
    }

    /** In [0, 1]. */
    double tired() {
        return Math.max(0, 30 - speaker.energy()) / 30;
    }

    boolean listenerIsDown() {
        return isDown(listener);
    }

    /** Whether what the listener just told weighs on it. */
    boolean isHeavy() {
        TalkTopic topic = last().topic();
        return topic == TalkTopic.WORRY || (topic == TalkTopic.FEELINGS && listenerIsDown());
    }

    private static boolean isDown(Party other) {
        return other.feelings().mood() < -.15 || other.feelings().offset(Feeling.SADNESS) > .15;
    }

    /** Some let others see less of them (Bartholomew and Horowitz 1991). */
    double openness() {
        AttachmentStyle attachment = self().attachment();
        return attachment == AttachmentStyle.AVOIDANT || attachment == AttachmentStyle.FEARFUL ? .6 : 1;
    }

    /** How inclined the speaker is to disclose something of its own accord. */
    double disclosing() {
        return (.5 + 1.2 * self().extraversion() * (.3 + tie().familiarity()) + Math.max(0, -mood())) * openness();
    }

    double joking() {
        return .4 + self().extraversion() * (mood() > 0 ? 1 + mood() : .5);
    }

    double flirting() {
        BondStatus status = tie().status();
        boolean may = status != BondStatus.EX && status != BondStatus.COMPLICATED;
        double drawn = tie().attraction() * (.6 + .8 * self().extraversion());
        double spark = status == BondStatus.STRANGERS || tie().score() == 0 ? .12 : .6 * tie().score();
        return may ? 1.6 * drawn + spark : 0;
    }

    double teasing() {
        return .1 + .6 * self().extraversion() * tie().familiarity() * (1.2 - self().agreeableness());
    }

    double arguing() {
        double temper = (.15 + self().neuroticism()) * (1.1 - self().agreeableness());
        double heat = speaker.feelings().offset(Feeling.ANGER) * 3 + Math.max(0, -mood()) * .4;
        double fuel = so.lastIs(DialogueAct.ARGUE)
                ? 2
                : so.lastIs(DialogueAct.DISAGREE, DialogueAct.TEASE, DialogueAct.DECLINE) ? 1.2 : .3;
        double strained = tie().status() == BondStatus.COMPLICATED ? 1 : 0;
        return temper * (fuel + heat + .4 * strained);
    }
}
