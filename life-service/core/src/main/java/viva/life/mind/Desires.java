package viva.life.mind;

import viva.contracts.AttachmentStyle;
import viva.life.feeling.Feeling;
import viva.life.feeling.Feelings;
import viva.life.need.Course;
import viva.life.need.Courses;

/** Names what a mind wants most: the most urgent of its unmet needs, or a strong feeling that wants out. */
final class Desires {
    /** How far an emotion must be above its baseline before it wants to be expressed. */
    private static final double STRONG = .4;

    private static final Feeling[] TELLING = {
        Feeling.JOY, Feeling.SADNESS, Feeling.ANGER, Feeling.FEAR, Feeling.LOVE, Feeling.EXCITEMENT
    };

    private Desires() {}

    /** Who rests wants nothing. */
    static void update(Draft mind) {
        if (mind.resting) {
            return;
        }
        Courses courses = mind.courses();
        double talk = mind.inCompany() ? 0 : urgency(mind, mind.needs.social(), courses.social(mind.temperament));
        double novelty = urgency(mind, mind.needs.stimulation(), courses.stimulation(mind.temperament));
        double rest = Math.max(urgency(mind, mind.needs.comfort(), courses.comfort()), tiredness(mind));
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

    /** Feelings only fade between events: one that was not strong when it was stirred is not strong now. */
    private static double expression(Draft mind) {
        return mind.feelings.peak() > STRONG ? strongest(mind) - STRONG : 0;
    }

    private static double strongest(Draft mind) {
        Feelings now = mind.feelingsNow();
        double strongest = 0;
        for (Feeling feeling : TELLING) {
            strongest = Math.max(strongest, now.offset(feeling));
        }
        return strongest;
    }

    /** How far a need is below the level at which it is felt, as a share of that; 0, and not worked out, when it is not felt. */
    private static double urgency(Draft mind, double level, Course course) {
        double wanting = mind.parameters.needs().wanting();
        return course.staysAbove(level, wanting, mind.needs.hoursUntil(mind.now))
                ? 0
                : urgency(mind.levelNow(level, course), wanting);
    }

    private static double tiredness(Draft mind) {
        double tired = mind.parameters.needs().tired();
        return mind.sleep.asleep() || mind.sleep.staysBelow(1 - tired / 100, mind.now, mind.parameters.sleep())
                ? 0
                : urgency(mind.energyNow(), tired);
    }

    /** How far below {@code threshold} a level is, as a share of it. */
    private static double urgency(double level, double threshold) {
        return (threshold - level) / threshold;
    }
}
