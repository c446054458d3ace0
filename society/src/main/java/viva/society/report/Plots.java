package viva.society.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import viva.life.feeling.Feeling;
import viva.society.diary.Decays;
import viva.society.diary.Nights.Night;
import viva.society.diary.Trace;
import viva.society.figure.EmotionFigures;
import viva.society.figure.MoodSeries;
import viva.society.fit.Line;
import viva.society.fit.Numbers;
import viva.society.world.Inhabitant;

/** The plots of lives. */
final class Plots {
    private static final int MOODS_SHOWN = 4;
    private static final int MOOD_DAYS = 10;
    private static final int SLEEPERS = 36;
    private static final int NIGHTS = 7;
    private static final int MOST_DOTS = 600;
    private static final double MILLIS_PER_DAY = 86_400_000.0;
    private static final List<Feeling> FADING = List.of(Feeling.SADNESS, Feeling.JOY, Feeling.FEAR);

    private Plots() {}

    /** The moods of a few, from the calmest to the most neurotic. */
    static Plot moods(Report report) {
        List<Inhabitant> traced = new ArrayList<>(report.people().stream()
                .filter(one -> one.diary().trace() != null)
                .toList());
        traced.sort(Comparator.comparingDouble(one -> one.mind().temperament().neuroticism()));
        int hours = Math.min(24 * MOOD_DAYS, 24 * report.plan().days());
        int shown = Math.min(MOODS_SHOWN, traced.size());
        Plot plot = Plot.wide("Moods over world days", 300)
                .x(0, hours / 24.0, steps(0, hours / 24.0, 1), Plots::whole, "world day")
                .y(-1, 1, steps(-1, 1, .5), Plots::tenths);
        for (int i = 0; i < shown; i++) {
            Inhabitant one = traced.get(shown == 1 ? 0 : (traced.size() - 1) * i / (shown - 1));
            Trace trace = one.diary().trace();
            double[] mood = Arrays.copyOf(trace.mood(0), Math.min(hours, trace.length()));
            double[] days = IntStream.range(0, mood.length)
                    .mapToDouble(hour -> hour / 24.0)
                    .toArray();
            plot.line(days, mood, "s" + (i + 1));
        }
        return plot;
    }

    /** Who is shown in {@link #moods}, as words for a legend. */
    static List<String> moodNames(Report report) {
        double[] traits = report.people().stream()
                .filter(one -> one.diary().trace() != null)
                .mapToDouble(one -> one.mind().temperament().neuroticism())
                .sorted()
                .toArray();
        int shown = Math.min(MOODS_SHOWN, traits.length);
        return IntStream.range(0, shown)
                .mapToObj(i -> String.format(
                        Locale.ROOT, "N = %.2f", traits[shown == 1 ? 0 : (traits.length - 1) * i / (shown - 1)]))
                .toList();
    }

    /** Who sleeps when, the earliest types at the top. */
    static Plot sleep(Report report) {
        List<Inhabitant> sleepers = new ArrayList<>(
                report.people().subList(0, Math.min(SLEEPERS, report.people().size())));
        sleepers.sort(
                Comparator.comparingDouble(one -> -one.mind().temperament().chronotype()));
        double start = report.plan().start().millis() / MILLIS_PER_DAY;
        double days = Math.min(NIGHTS, report.plan().days());
        Plot plot = Plot.wide("Who sleeps when", 300)
                .x(0, days, steps(0, days, 1), Plots::whole, "world day")
                .y(0, sleepers.size(), new double[] {}, Plots::whole);
        for (int row = 0; row < sleepers.size(); row++) {
            for (Night night : sleepers.get(row).diary().nights().first()) {
                double from = night.from() / MILLIS_PER_DAY - start;
                double to = Math.min(days, night.to() / MILLIS_PER_DAY - start);
                if (from < days) {
                    String hint = String.format(Locale.ROOT, "%.1f h", 24 * (to - from));
                    plot.bar(from, to, row + .12, row + .88, "s4", hint);
                }
            }
        }
        return plot;
    }

    /** How the mood is correlated with itself, within what the constants allow. */
    static Plot autocorrelation(List<MoodSeries> moods) {
        double[] lags = steps(0, MoodSeries.LAGS, 1);
        Plot plot = Plot.small("Autocorrelation of the mood")
                .x(0, MoodSeries.LAGS, steps(0, MoodSeries.LAGS, 6), Plots::whole, "lag, world hours")
                .y(-.2, 1, steps(-.2, 1, .2), Plots::tenths);
        return plot.band(
                        lags,
                        each(lags, lag -> mean(moods, mood -> mood.least(lag))),
                        each(lags, lag -> mean(moods, mood -> mood.most(lag))),
                        "s1")
                .line(lags, each(lags, lag -> mean(moods, mood -> mood.measured(lag))), "s1");
    }

    /** One dot for each avatar, and the line through them. */
    static Plot byNeuroticism(
            List<MoodSeries> moods, String title, ToDoubleFunction<MoodSeries> value, String format, String style) {
        double[] values = moods.stream().mapToDouble(value).toArray();
        double low = Math.min(0, Numbers.quantile(values, .002));
        double high = Numbers.quantile(values, .998);
        double step = tick(high - low);
        low = step * Math.floor(low / step);
        high = step * Math.ceil(high / step);
        Plot plot = Plot.small(title)
                .x(0, .7, steps(0, .7, .1), Plots::tenths, "neuroticism N")
                .y(low, high, steps(low, high, step), tick -> String.format(Locale.ROOT, format, tick));
        Line line = new Line();
        for (int i = 0; i < moods.size(); i++) {
            MoodSeries mood = moods.get(i);
            line.add(mood.neuroticism(), values[i]);
            if (i < MOST_DOTS) {
                plot.dot(mood.neuroticism(), values[i], 2.2, style);
            }
        }
        return plot.line(new double[] {0, .7}, new double[] {line.at(0), line.at(.7)}, "ink");
    }

    /** What is left of sadness, joy and fear after an event; dashed by the constants. */
    static Plot decays(Report report) {
        double[] hours = IntStream.rangeClosed(1, Decays.STEPS - 1)
                .mapToDouble(step -> step * Decays.STEP_MINUTES / 60.0)
                .toArray();
        Plot plot = Plot.small("How emotions fade")
                .logarithmicX(
                        hours[0], 24, new double[] {.25, 1, 3, 6, 12, 24}, Plots::duration, "world hours, logarithmic")
                .y(0, 1, steps(0, 1, .25), share -> String.format(Locale.ROOT, "%.0f %%", 100 * share));
        for (int i = 0; i < FADING.size(); i++) {
            Feeling feeling = FADING.get(i);
            double halfLife = EmotionFigures.halfLife(report.people(), feeling);
            double[] lived = IntStream.rangeClosed(1, Decays.STEPS - 1)
                    .mapToDouble(step -> left(report.people(), feeling, step))
                    .toArray();
            plot.line(hours, lived, "s" + (i + 1));
            if (Double.isFinite(halfLife)) {
                plot.line(
                        hours,
                        Arrays.stream(hours)
                                .map(hour -> StrictMath.pow(2, -hour / halfLife))
                                .toArray(),
                        "dashed s" + (i + 1));
            }
        }
        return plot;
    }

    /** The half-lives as lived, for the legend of {@link #decays}. */
    static List<String> decayNames(Report report) {
        return FADING.stream()
                .map(feeling -> name(feeling, EmotionFigures.halfLife(report.people(), feeling)))
                .toList();
    }

    private static String name(Feeling feeling, double halfLife) {
        String name = feeling.name().toLowerCase(Locale.ROOT);
        return Double.isNaN(halfLife)
                ? name + ", hardly felt"
                : String.format(Locale.ROOT, "%s, half-life %.1f h", name, halfLife);
    }

    private static double left(List<Inhabitant> people, Feeling feeling, int step) {
        double left = 0;
        long seen = 0;
        for (Decays.Course course : EmotionFigures.courses(people, feeling).toList()) {
            left += course.left(step);
            seen += course.seen(step);
        }
        return seen < 20 ? Double.NaN : left / seen;
    }

    private interface AtLag {
        double at(int lag);
    }

    private static double[] each(double[] lags, AtLag value) {
        return Arrays.stream(lags).map(lag -> value.at((int) lag)).toArray();
    }

    private static double mean(List<MoodSeries> moods, ToDoubleFunction<MoodSeries> value) {
        return Numbers.mean(moods.stream().mapToDouble(value).toArray());
    }

    /** From {@code low} to {@code high}, both included. */
    static double[] steps(double low, double high, double step) {
        int count = (int) Math.round((high - low) / step);
        return IntStream.rangeClosed(0, count).mapToDouble(i -> low + i * step).toArray();
    }

    /** A round step that makes three to seven of a range. */
    private static double tick(double range) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(range, 1e-9))));
        double steps = range / power;
        return steps > 5 ? 2 * power : steps > 2 ? power : power / 2;
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String duration(double hours) {
        return hours < 1 ? String.format(Locale.ROOT, "%.0f min", 60 * hours) : whole(hours) + " h";
    }
}
