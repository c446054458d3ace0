package viva.life.mind;

import java.util.ArrayList;
import java.util.List;
import viva.contracts.WorldTime;
import viva.life.activity.Activity;
import viva.life.chance.Chance;
import viva.life.chance.Purpose;
import viva.life.feeling.Feelings;
import viva.life.feeling.Impulses;
import viva.life.need.Course;
import viva.life.need.Courses;
import viva.life.need.NeedLevels;
import viva.life.sleep.Sleep;
import viva.life.temperament.Temperament;
import viva.life.thought.Thought;
import viva.life.tie.Relations;

/** A mind while one step is being worked out, at one instant. It never leaves the step. */
final class Draft {
    static final long MILLIS_PER_MINUTE = 60_000;
    private static final double MILLIS_PER_HOUR = 3_600_000.0;

    final LifeParameters parameters;
    final Temperament temperament;
    final Chance chance;
    final long tick;
    final long now;
    NeedLevels needs;
    Sleep sleep;
    Feelings feelings;
    Activity activity;
    Desire desire;
    Thought thought;
    Relations relations;
    long thoughtDue;
    long restlessFrom;
    long chatUntil;
    long concernUntil;
    boolean resting;
    private boolean company;
    private NeedLevels needsNow;
    private boolean needsAreOfNow;
    private Feelings feelingsNow;
    private List<Intent> intents = List.of();

    Draft(Mind mind, long now, LifeParameters parameters) {
        this.parameters = parameters;
        this.temperament = mind.temperament();
        this.tick = mind.tick();
        this.now = now;
        this.needs = mind.needs();
        this.sleep = mind.sleep();
        this.feelings = mind.feelings();
        this.activity = mind.activity();
        this.desire = mind.desire();
        this.thought = mind.thought();
        this.relations = mind.relations();
        this.thoughtDue = mind.thoughtDueMillis();
        this.restlessFrom = mind.restlessFromMillis();
        this.chatUntil = mind.chatUntilMillis();
        this.concernUntil = mind.concernUntilMillis();
        this.resting = mind.resting();
        this.company = mind.chatting();
        // Looked at together and at once: of a mind that is in no cache all parts are then fetched at the same time,
        // not one by one.
        this.chance = temperament.chance();
        if (Math.max(needs.since(), Math.max(sleep.since(), feelings.since())) > now) {
            throw new IllegalArgumentException("no part may be newer than the step: now = " + now);
        }
        if (resting) {
            hold(mind.asOfMillis());
        }
    }

    /** Time stood still since {@code from}, in world milliseconds: everything is as it was then. */
    void hold(long from) {
        write(needs.at(from, courses(), temperament).held(now));
        write(feelings.at(from, temperament, parameters.feelings()).held(now));
        sleep = sleep.held(from, now, parameters.sleep());
    }

    Courses courses() {
        return new Courses(activity.regime(), company, parameters.needs());
    }

    boolean inCompany() {
        return company;
    }

    /** Whether it is concerned about its owner. */
    boolean concerned() {
        return concernUntil > now;
    }

    /** Worked out once a step: exponentials are most of what a tick costs. */
    NeedLevels needsNow() {
        if (needsNow == null) {
            needsNow = needs.at(now, courses(), temperament);
        }
        return needsNow;
    }

    /** The level that one of {@link #needs} has now, without working out the others. */
    double levelNow(double level, Course course) {
        return needsAreOfNow ? level : course.after(level, needs.hoursUntil(now));
    }

    Feelings feelingsNow() {
        if (feelingsNow == null) {
            feelingsNow = feelings.at(now, temperament, parameters.feelings());
        }
        return feelingsNow;
    }

    /** In [0, 100]. */
    double energyNow() {
        return 100 * (1 - sleep.pressureAt(now, parameters.sleep()));
    }

    void become(Activity next) {
        if (next.regime() != activity.regime()) {
            write(needsNow());
        }
        activity = next;
    }

    void openChat(long until) {
        write(needsNow());
        company = true;
        chatUntil = Math.max(chatUntil, until);
    }

    void closeChat() {
        write(needsNow());
        company = false;
        chatUntil = Mind.NO_CHAT;
    }

    /** Ends a chat of a life that nobody lived since; the needs are the caller's. */
    void forgetChat() {
        company = false;
        chatUntil = Mind.NO_CHAT;
    }

    void feel(Impulses impulses, double importance) {
        write(feelingsNow().stirred(impulses, importance, temperament));
    }

    void write(Feelings felt) {
        feelings = felt;
        feelingsNow = felt;
    }

    void write(NeedLevels levels) {
        needs = levels;
        needsNow = levels;
        needsAreOfNow = true;
    }

    void want(Intent intent) {
        if (intents.isEmpty()) {
            intents = List.of(intent);
        } else {
            intents = new ArrayList<>(intents);
            intents.add(intent);
        }
    }

    WorldTime time() {
        return new WorldTime(now);
    }

    /** {@code now} plus a stay of {@code minutes} on average, uniform within ±50 %, but not beyond bedtime. */
    long stay(double minutes) {
        double length = minutes * chance.between(tick, Purpose.DURATION, .5, 1.5);
        return Math.min(now + (long) (length * MILLIS_PER_MINUTE), Math.max(now, Schedule.bedtime(this)));
    }

    /** Leaves its needs alone for {@code minutes} on average. */
    void rest(double minutes) {
        double length = minutes * chance.between(tick, Purpose.RETRY, .5, 1.5);
        restlessFrom = now + (long) (length * MILLIS_PER_MINUTE);
    }

    void awaitThought() {
        double rate = parameters.activities().thoughtsPerHour()
                * (.5 + temperament.openness())
                * (desire == Desire.NONE ? 1 : 1.5);
        double hours = chance.exponential(tick, Purpose.THOUGHT_GAP, 1 / rate);
        thoughtDue = now + MILLIS_PER_MINUTE + (long) (hours * MILLIS_PER_HOUR);
    }

    Mind finish() {
        long next = resting ? Mind.NEVER : Math.max(now + 1, Schedule.next(this));
        return new Mind(
                temperament,
                tick + 1,
                now,
                next,
                needs,
                sleep,
                feelings,
                activity,
                desire,
                thought,
                relations,
                thoughtDue,
                restlessFrom,
                chatUntil,
                concerned() ? concernUntil : Mind.NO_CONCERN);
    }

    /** What it wants done; most steps want nothing, or one thing. */
    List<Intent> intents() {
        return intents;
    }
}
