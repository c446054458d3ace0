package viva.society.figure;

import java.util.List;
import java.util.Locale;
import viva.society.diary.Seeking.Interval;
import viva.society.diary.Seeking.Want;
import viva.society.world.Inhabitant;

/** What needs must show: the rhythm for which their constants were chosen. */
final class NeedFigures {
    private static final String RHYTHM = "ours: a rhythm that can be watched (life-model §2)";

    private NeedFigures() {}

    static List<Figure> of(List<Inhabitant> people) {
        return List.of(
                interval(people, Want.COMPANY, 5, 7),
                interval(people, Want.NOVELTY, 4, 6),
                interval(people, Want.COMFORT, 10, 14));
    }

    private static Figure interval(List<Inhabitant> people, Want want, double low, double high) {
        double hours = 0;
        long count = 0;
        for (Inhabitant one : people) {
            Interval interval = one.diary().seeking().of(want);
            hours += interval.sum();
            count += interval.count();
        }
        String name = want.name().toLowerCase(Locale.ROOT);
        return Figure.between(
                "interval_" + name,
                "Waking hours until " + name + " is sought again",
                hours / count,
                "h",
                low,
                high,
                RHYTHM,
                "mean over " + count + " intervals, from when it was last met");
    }
}
