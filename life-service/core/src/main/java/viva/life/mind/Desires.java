package viva.life.mind;

import viva.contracts.AttachmentStyle;
import viva.life.feeling.Feeling;
import viva.life.feeling.Feelings;
import viva.life.need.NeedLevels;
import viva.life.need.NeedParameters;

/** Names what a mind wants most: the most urgent of its unmet needs, or a strong feeling that wants out. */
final class Desires {
    /** How far an emotion must be above its baseline before it wants to be expressed. */
    private static final double STRONG = .4;

    private static final Feeling[] TELLING = {
        Feeling.JOY, Feeling.SADNESS, Feeling.ANGER, Feeling.FEAR, Feeling.LOVE, Feeling.EXCITEMENT
    };

    private Desires() {}

    static void update(Draft mind) {
        NeedParameters levels = mind.parameters.needs();
        NeedLevels needs = mind.needsNow();
        double talk = mind.inCompany() ? 0 : urgency(needs.social(), levels.wanting());
        double novelty = urgency(needs.stimulation(), levels.wanting());
        double rest = Math.max(
                urgency(needs.comfort(), levels.wanting()),
                mind.sleep.asleep() ? 0 : urgency(mind.energyNow(), levels.tired()));
        double express = expression(mind);
        double longing = mind.inCompany() || mind.sleep.asleep() ? 0 : Companions.longing(mind);
        double most = Math.max(Math.max(talk, longing), Math.max(Math.max(novelty, rest), express));
        if (most <= 0) {
            mind.desire = Desire.NONE;
        } else if (longing == most) {
            mind.desire = Desire.WANTS_TO_SEE_CRUSH;
        } else if (talk == most) {
            mind.desire = company(mind);
        } else if (novelty == most) {
            mind.desire = Desire.WANTS_SOMETHING_NEW;
        } else {
            mind.desire = rest == most ? Desire.WANTS_REST : Desire.WANTS_TO_EXPRESS;
        }
    }

    /** Those who doubt that they are loved want attention rather than talk (Bartholomew and Horowitz 1991: a negative model of self). */
    private static Desire company(Draft mind) {
        AttachmentStyle style = mind.temperament.attachment();
        boolean doubting = style == AttachmentStyle.ANXIOUS || style == AttachmentStyle.FEARFUL;
        boolean moved = mind.feelings.offset(Feeling.LOVE) > .05;
        return doubting || moved ? Desire.WANTS_ATTENTION : Desire.WANTS_TO_TALK;
    }

    private static double expression(Draft mind) {
        Feelings now = mind.feelingsNow();
        double strongest = 0;
        for (Feeling feeling : TELLING) {
            strongest = Math.max(strongest, now.offset(feeling));
        }
        return strongest - STRONG;
    }

    /** How far below {@code threshold} a need is, as a share of it. */
    private static double urgency(double level, double threshold) {
        return (threshold - level) / threshold;
    }
}
