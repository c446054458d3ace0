package viva.society.world;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import viva.life.mind.Lives;
import viva.society.diary.Diary;
import viva.society.world.Interactions.Lived;

/**
 * A world that lives as fast as the machine allows. Time goes in windows of {@value #WINDOW_MINUTES} world minutes, as in a service that catches up:
 * within one, everybody's ticks are played independently up to the first that does something in the world; then what is left of the window happens
 * in the order of world time and id. So the outcome does not depend on the number of threads.
 */
public final class Society implements AutoCloseable {
    static final int WINDOW_MINUTES = 5;
    private static final long WINDOW = WINDOW_MINUTES * 60_000L;

    private final WorldPlan plan;
    private final Protocol protocol;
    private final Inhabitant[] people;
    private final Interactions interactions;
    private final Crew crew;

    public Society(WorldPlan plan, int threads) {
        this.plan = plan;
        this.protocol = new Protocol(plan);
        this.people = Population.born(plan, protocol);
        this.interactions = new Interactions(protocol, people);
        Hearsay.spread(people, interactions, plan.start());
        this.crew = new Crew(threads);
    }

    /** Is told how far the world has come, once a world hour. */
    public interface Watcher {
        void at(long worldMillis, long ticks);
    }

    /** Has {@code watcher} told of every encounter that begins from now on. */
    public void watch(EncounterWatcher watcher) {
        interactions.watch(watcher);
    }

    public Lives lives() {
        return protocol.lives();
    }

    /** Lives from the plan's start to its end. */
    public void live(Watcher watcher) {
        long start = plan.start().millis();
        long end = plan.end().millis();
        for (long at = start; at < end; at += WINDOW) {
            settle(at);
            long passed = at + WINDOW - start;
            if (passed % WorldPlan.HOUR == 0) {
                watcher.at(start + passed, ticks());
            }
        }
        crew.all(people.length, (index, _) -> look(people[index], end));
    }

    public WorldPlan plan() {
        return plan;
    }

    /** Everybody, in the order of their ids. */
    public List<Inhabitant> people() {
        return Collections.unmodifiableList(Arrays.asList(people));
    }

    public Bonds bonds() {
        return interactions.bonds();
    }

    /** The conversations that took place. */
    public Tally conversations() {
        return interactions.tally();
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

    /** The window that begins at {@code from}. Everybody is read first, as it was when the window before ended. */
    private void settle(long from) {
        long to = from + WINDOW;
        List<Lived> lived = crew.all(people.length, (index, results) -> {
            look(people[index], from);
            live(people[index], to, results);
        });
        interactions.settle(lived, to);
    }

    private void live(Inhabitant one, long to, List<Lived> lived) {
        boolean moved = one.live(protocol, to);
        if (moved || one.isDue(to)) {
            lived.add(new Lived(one, moved));
        }
    }

    private void look(Inhabitant one, long at) {
        boolean fullHour = (at - plan.start().millis()) % WorldPlan.HOUR == 0;
        if (one.index() < (fullHour ? Diary.TRACED : Diary.PROBED)) {
            one.look(at, fullHour);
        }
    }
}
