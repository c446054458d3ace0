package viva.life.explanation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import viva.contracts.WorldTime;
import viva.life.explanation.Explanation.Kind;
import viva.life.mind.Deliberation;
import viva.life.mind.Input;
import viva.life.mind.Lives;
import viva.life.mind.Mind;
import viva.life.mind.Outcome;
import viva.life.mind.Snapshot;

/** Explains one step of a life by living it again and looking at every number on the way. */
public final class Explaining {
    private final Lives lives;

    /** {@code lives} of the world in which the life was lived. */
    public Explaining(Lives lives) {
        this.lives = lives;
    }

    /** Why a birth made the mind it made. */
    public Explanation birth(Input.Born birth) {
        Chain chain = new Chain();
        Happening.tell(birth, chain);
        Mind born = lives.born(birth);
        return new Explanation(born.asOf(), born.tick(), chain.steps());
    }

    /** What an input did; {@code before} is the mind to which it was applied, see {@code Folding}. */
    public Explanation input(Mind before, Input input) {
        Outcome outcome = lives.apply(before, input);
        Mind after = outcome.mind();
        Chain chain = new Chain();
        Happening.tell(input, chain);
        boolean unlived = input instanceof Input.Absent || input instanceof Input.Resumed;
        Snapshot then = unlived ? lives.readAt(before, before.asOf()) : rightBefore(before, after);
        Snapshot now = lives.readAt(after, after.asOf());
        Difference.tell(then, now, chain);
        mood(before, after, now, chain);
        concern(then, now, chain);
        Difference.desire(then, now, chain);
        Acts.tell(outcome.intents(), chain);
        return new Explanation(after.asOf(), after.tick(), chain.steps());
    }

    /** What the next tick of {@code before} does. */
    public Explanation tick(Mind before) {
        Outcome outcome = lives.tick(before);
        Mind after = outcome.mind();
        Chain chain = new Chain();
        Snapshot then = rightBefore(before, after);
        Snapshot now = lives.readAt(after, after.asOf());
        Due.tell(before, then, lives.parameters(), chain);
        Difference.tell(then, now, chain);
        Difference.desire(then, now, chain);
        Deliberation.next(before, lives.parameters()).ifPresent(weighed -> Due.weighed(weighed, chain));
        String from = before.activity().label();
        String to = after.activity().label();
        if (!from.equals(to)) {
            chain.add(Kind.ACT, "it went from " + from + " to " + to);
        }
        Acts.tell(outcome.intents(), chain);
        return new Explanation(after.asOf(), after.tick(), chain.steps());
    }

    /** One millisecond earlier, when the step was not due yet. */
    private Snapshot rightBefore(Mind before, Mind after) {
        return lives.readAt(before, new WorldTime(Math.max(before.asOfMillis(), after.asOfMillis() - 1)));
    }

    /** The kind is that of a mood: it colours whatever comes. */
    private static void concern(Snapshot before, Snapshot after, Chain chain) {
        if (before.concern() != after.concern()) {
            chain.add(
                    Kind.MOOD,
                    after.concern()
                            ? "it is concerned about its owner now"
                            : "it is concerned about its owner no longer");
        }
    }

    /** The mood never jumps: what an input does to it shows within hours. */
    private void mood(Mind before, Mind after, Snapshot now, Chain chain) {
        WorldTime later = new WorldTime(after.asOfMillis() + (long) WorldTime.MILLIS_PER_HOUR);
        double with = lives.readAt(after, later).mood();
        double without = lives.readAt(before, later).mood();
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("now", now.mood());
        numbers.put("in_one_hour", with);
        numbers.put("in_one_hour_without", without);
        chain.add(
                Kind.MOOD,
                String.format(
                        Locale.ROOT,
                        "the mood is %.2f, and one world hour later %.2f; without this it would be %.2f",
                        now.mood(),
                        with,
                        without),
                numbers);
    }
}
