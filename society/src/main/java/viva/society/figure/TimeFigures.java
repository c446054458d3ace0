package viva.society.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import viva.life.mind.Desire;
import viva.society.diary.State;
import viva.society.diary.Timesheet;
import viva.society.fit.Numbers;
import viva.society.world.Inhabitant;

/** What the use of time must show: every state and every desire has its share, and nobody stays in one for ever. */
public final class TimeFigures {
    private static final String CYCLE = "life-model §6";
    private static final double LEAST_PERCENT = .001;
    private static final double LONGEST_NIGHT = 14;
    private static final double LONGEST_STAY = 8;

    /** An avatar that is not open at all goes 9.9 h from full stimulation until it feels a need; until then it may do nothing. */
    private static final double LONGEST_REST = 10;

    private TimeFigures() {}

    static List<Figure> visits(List<Inhabitant> people) {
        List<Figure> figures = new ArrayList<>();
        for (State state : State.values()) {
            figures.add(visited("state_" + state.label(), state.label(), share(people, state)));
        }
        for (Desire desire : Desire.values()) {
            String name = "desire_" + desire.label();
            figures.add(visited(name, name.replace('_', ' '), share(people, desire)));
        }
        return figures;
    }

    static List<Figure> stays(List<Inhabitant> people) {
        List<Figure> figures = new ArrayList<>();
        figures.add(longest(people, State.SLEEPING, LONGEST_NIGHT));
        for (State state : State.values()) {
            if (state != State.SLEEPING) {
                figures.add(longest(people, state, state == State.IDLE ? LONGEST_REST : LONGEST_STAY));
            }
        }
        return figures;
    }

    /** The share of all time spent in a state, in [0, 1]. */
    public static double share(List<Inhabitant> people, State state) {
        return share(people, times -> times.hours(state));
    }

    /** The share of all time with a desire, in [0, 1]. */
    public static double share(List<Inhabitant> people, Desire desire) {
        return share(people, times -> times.hours(desire));
    }

    private static double share(List<Inhabitant> people, ToDoubleFunction<Timesheet> hours) {
        double part = 0;
        double whole = 0;
        for (Inhabitant one : people) {
            Timesheet times = one.diary().timesheet();
            part += hours.applyAsDouble(times);
            whole += times.hours();
        }
        return part / whole;
    }

    private static Figure visited(String name, String label, double share) {
        return Figure.between(
                "share_of_" + name,
                "Time: " + label.replace('_', ' '),
                100 * share,
                "%",
                LEAST_PERCENT,
                100,
                CYCLE,
                "share of all time, all avatars; must be visited");
    }

    private static Figure longest(List<Inhabitant> people, State state, double bound) {
        double[] stays = people.stream()
                .mapToDouble(one -> one.diary().timesheet().longestHours(state))
                .toArray();
        return Figure.between(
                "longest_stay_" + state.label(),
                "Longest stay of anybody: " + state.label().replace('_', ' '),
                Numbers.quantile(stays, 1),
                "h",
                0,
                bound,
                "ours: nobody is stuck",
                String.format(Locale.ROOT, "the median avatar's longest is %.1f h", Numbers.quantile(stays, .5)));
    }
}
