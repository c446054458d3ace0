package viva.society.figure;

import java.util.List;
import java.util.Locale;
import viva.society.diary.State;
import viva.society.diary.Timesheet;
import viva.society.fit.Numbers;
import viva.society.world.Inhabitant;

/** What sleep must show: seven to nine hours a day, at the same time every night. */
final class SleepFigures {
    private static final String TWO_PROCESSES = "Borbély 1982; Skeldon and Dijk 2025 (life-model §3)";
    private static final int LEAST_NIGHTS = 3;

    /** With fewer nights, the slope of one avatar's bedtimes is mostly what evenings differ by. */
    private static final int NIGHTS_FOR_ONE = 14;

    private SleepFigures() {}

    static List<Figure> of(List<Inhabitant> people) {
        double[] hours = people.stream().mapToDouble(SleepFigures::hoursADay).toArray();
        double[] drifts = people.stream()
                .map(one -> one.diary().nights().bedtimes())
                .filter(bedtimes -> bedtimes.count() >= LEAST_NIGHTS)
                .mapToDouble(bedtimes -> 7 * 60 * bedtimes.slope())
                .toArray();
        double[] sizes = people.stream()
                .map(one -> one.diary().nights().bedtimes())
                .filter(bedtimes -> bedtimes.count() >= NIGHTS_FOR_ONE)
                .mapToDouble(bedtimes -> Math.abs(7 * 60 * bedtimes.slope()))
                .toArray();
        return List.of(
                Figure.between(
                        "sleep_hours",
                        "Sleep in 24 h",
                        Numbers.mean(hours),
                        "h",
                        7,
                        9,
                        TWO_PROCESSES,
                        String.format(
                                Locale.ROOT,
                                "mean over all avatars; between %.2f and %.2f h for 99 %% of them",
                                Numbers.quantile(hours, .005),
                                Numbers.quantile(hours, .995))),
                Figure.between(
                        "bedtime_drift",
                        "Drift of bedtime, mean",
                        Numbers.mean(drifts),
                        "min/week",
                        -3,
                        3,
                        TWO_PROCESSES,
                        "slope of bedtime over days, from the third night on"),
                Figure.between(
                        "bedtime_drift_95",
                        "Drift of bedtime, 95 % of avatars below",
                        Numbers.quantile(sizes, .95),
                        "min/week",
                        0,
                        10,
                        "ours: less than its spread from night to night",
                        "size of the slope, either way"));
    }

    private static double hoursADay(Inhabitant one) {
        Timesheet times = one.diary().timesheet();
        return 24 * times.hours(State.SLEEPING) / times.hours();
    }
}
