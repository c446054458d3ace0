package viva.society.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import viva.life.mind.LifeParameters;
import viva.life.mind.Lives;
import viva.society.diary.Diary;

/**
 * A world that lives as fast as the machine allows. Time goes in windows of {@value #WINDOW_MINUTES} world minutes, as in a replay: within one,
 * everybody's ticks are played independently; then what they want from each other is granted in the order of {@link Wish#ORDER}, until
 * nothing is due in the window any more. So the outcome does not depend on the number of threads.
 */
public final class Society implements AutoCloseable {
    static final int WINDOW_MINUTES = 5;
    private static final long WINDOW = WINDOW_MINUTES * 60_000L;

    private final WorldPlan plan;
    private final Lives lives;
    private final Inhabitant[] people;
    private final Encounters encounters;
    private final Crew crew;

    public Society(WorldPlan plan, int threads) {
        this.plan = plan;
        this.lives = new Lives(LifeParameters.DEFAULT, plan.seed());
        this.people = Population.born(plan, lives);
        this.encounters = new Encounters(plan.seed(), lives, people);
        Hearsay.spread(people, lives, plan.start());
        this.crew = new Crew(threads);
    }

    /** Is told how far the world has come, once a world hour. */
    public interface Watcher {
        void at(long worldMillis, long ticks);
    }

    /** Has {@code watcher} told of every conversation that begins from now on. */
    public void watch(Agreement.Watcher watcher) {
        encounters.watch(watcher);
    }

    public Lives lives() {
        return lives;
    }

    /** Lives from the plan's start to its end. */
    public void live(Watcher watcher) {
        long start = plan.start().millis();
        long end = plan.end().millis();
        look(start);
        for (long at = start + WINDOW; at <= end; at += WINDOW) {
            settle(at);
            look(at);
            if ((at - start) % WorldPlan.HOUR == 0) {
                watcher.at(at, ticks());
            }
        }
    }

    public WorldPlan plan() {
        return plan;
    }

    /** Everybody, in the order of their ids. */
    public List<Inhabitant> people() {
        return Collections.unmodifiableList(Arrays.asList(people));
    }

    public Bonds bonds() {
        return encounters.bonds();
    }

    /** The conversations that took place. */
    public Tally conversations() {
        return encounters.tally();
    }

    /** How many ticks all lives have had. */
    public long ticks() {
        long ticks = 0;
        for (Inhabitant one : people) {
            ticks += one.ticks();
        }
        return ticks;
    }

    @Override
    public void close() {
        crew.close();
    }

    private void settle(long at) {
        List<Wish> wishes = everybodyUntil(at);
        while (!wishes.isEmpty()) {
            wishes.sort(Wish.ORDER);
            List<Wish> more = new ArrayList<>();
            encounters.grant(wishes, more);
            more.addAll(everybodyUntil(at));
            wishes = more;
        }
    }

    private List<Wish> everybodyUntil(long at) {
        return crew.all(people.length, (index, wanted) -> people[index].live(lives, at, wanted));
    }

    private void look(long at) {
        boolean fullHour = (at - plan.start().millis()) % WorldPlan.HOUR == 0;
        int watched = Math.min(people.length, fullHour ? Diary.TRACED : Diary.PROBED);
        crew.all(watched, (index, _) -> people[index].look(at, fullHour));
    }
}
