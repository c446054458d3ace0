package viva.life.mind;

import viva.life.activity.Idle;
import viva.life.activity.InConversation;
import viva.life.activity.Sleeping;
import viva.life.need.NeedParameters;
import viva.life.sleep.SleepParameters;

/** When something can next change in a mind: a tick is scheduled, never polled. All instants are world milliseconds. */
final class Schedule {
    private static final double MILLIS_PER_HOUR = 3_600_000.0;

    private Schedule() {}

    static long next(Draft mind) {
        if (mind.activity instanceof Sleeping) {
            return mind.sleep.switchAt();
        }
        long next = mind.thoughtDue;
        if (mind.inCompany()) {
            next = Math.min(next, mind.chatUntil);
        }
        if (mind.activity instanceof Idle) {
            long others = Math.min(next, bedtime(mind));
            return Math.min(others, needsCheck(mind, others));
        }
        return Math.min(
                next, mind.activity instanceof InConversation talking ? talking.nextAt() : mind.activity.until());
    }

    /**
     * When it falls asleep: as sleep pressure says, put off by a running chat with its owner, by a bounded time. In the past while something
     * else keeps it up.
     */
    static long bedtime(Draft mind) {
        long due = mind.sleep.switchAt();
        if (mind.inCompany() && mind.chatUntil > due) {
            long latest = due + (long) (mind.parameters.sleep().chatPostpones() * MILLIS_PER_HOUR);
            return Math.min(mind.chatUntil, latest);
        }
        return due;
    }

    /**
     * When an idle mind next asks itself what it needs, as long as that is up to {@code limit}: any later instant means later. Most of the
     * time something else comes first, and then nothing has to be worked out.
     */
    static long needsCheck(Draft mind, long limit) {
        if (mind.restlessFrom > limit) {
            return mind.restlessFrom;
        }
        NeedParameters needs = mind.parameters.needs();
        long wanting = mind.needs.firstDown(needs.wanting(), mind.courses(), mind.temperament, limit);
        return Math.max(mind.restlessFrom, Math.min(wanting, tired(mind, Math.min(wanting, limit))));
    }

    private static long tired(Draft mind, long limit) {
        SleepParameters sleep = mind.parameters.sleep();
        double level = 1 - mind.parameters.needs().tired() / 100;
        return mind.sleep.staysBelow(level, limit, sleep) ? Long.MAX_VALUE : mind.sleep.reaches(level, sleep);
    }
}
