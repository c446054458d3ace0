package viva.society.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import viva.society.fit.Line;
import viva.society.fit.Numbers;
import viva.society.fit.Plane;

/** What moods must show: they are as inert as their constants say, lower and less steady the more neurotic. */
final class MoodFigures {
    private static final int[] LAGS = {1, 2, 4, 8, 24};

    /** Allowance for the finite run. */
    private static final double BAND = .05;

    /** What a day that resembles the day before adds at a lag of 24 hours. */
    private static final double DAILY = .3;

    private static final String CONSTANTS = "constants τm and τk; Campbell's theorem (life-model §4, §5)";
    private static final String KUPPENS = "Kuppens, Allen and Sheeber 2010";

    private MoodFigures() {}

    static List<Figure> of(List<MoodSeries> moods) {
        List<MoodSeries> probed = moods.stream()
                .filter(mood -> Double.isFinite(mood.livedMoodTime()))
                .toList();
        List<Figure> figures = new ArrayList<>();
        for (int lag : LAGS) {
            figures.add(correlation(moods, lag));
        }
        figures.add(constant(probed));
        figures.add(timeByNeuroticism(probed));
        figures.add(inertiaByNeuroticism(moods));
        figures.add(level(moods));
        figures.add(unrest(moods));
        return figures;
    }

    private static Figure correlation(List<MoodSeries> moods, int lag) {
        double least = mean(moods, mood -> mood.least(lag));
        double most = mean(moods, mood -> mood.most(lag));
        double repeated = lag < 24 ? 0 : DAILY;
        return Figure.between(
                "mood_autocorrelation_" + lag + "h",
                "Mood autocorrelation, lag " + lag + " h",
                mean(moods, mood -> mood.measured(lag)),
                "",
                least - BAND,
                most + BAND + repeated,
                CONSTANTS,
                String.format(
                        Locale.ROOT,
                        "mean of %d avatars, hourly samples; τm alone implies %.3f, with the emotions behind it at most %.3f;"
                                + " ±%.2f%s",
                        moods.size(),
                        least,
                        most,
                        BAND,
                        repeated > 0 ? ", and days repeat themselves: up to " + DAILY + " more" : ""));
    }

    private static Figure constant(List<MoodSeries> probed) {
        double lived = mean(probed, MoodSeries::livedMoodTime);
        double constant = mean(probed, MoodSeries::moodTime);
        return Figure.between(
                "mood_time_ratio",
                "Time constant of the mood as lived ÷ τm",
                lived / constant,
                "",
                .95,
                1.05,
                "τm = 4 h·(1 + 0.6·N) (life-model §5)",
                String.format(
                        Locale.ROOT,
                        "%.2f h fitted to what the mood did between events, τm %.2f h; mean of %d avatars",
                        lived,
                        constant,
                        probed.size()));
    }

    private static Figure timeByNeuroticism(List<MoodSeries> probed) {
        return correlation(
                "mood_time_by_neuroticism",
                "Correlation of the mood's time constant as lived with N",
                probed,
                MoodSeries::livedMoodTime);
    }

    private static Figure inertiaByNeuroticism(List<MoodSeries> moods) {
        return correlation(
                "mood_inertia_by_neuroticism",
                "Correlation of the mood's autocorrelation time with N",
                moods,
                MoodSeries::correlationTime);
    }

    private static Figure correlation(
            String name, String label, List<MoodSeries> moods, ToDoubleFunction<MoodSeries> value) {
        Line line = line(moods, value);
        return Figure.positive(
                name, label, line.correlation(), line.correlationMargin(), KUPPENS, terciles(moods, value, "%.1f h"));
    }

    /** Agreeableness moves the mood three times as much, so it has to be held equal for the slope to be clear in a small world. */
    private static Figure level(List<MoodSeries> moods) {
        Plane plane = new Plane();
        moods.forEach(mood -> plane.add(mood.neuroticism(), mood.agreeableness(), mood.mean()));
        return Figure.negative(
                "mood_by_neuroticism",
                "Slope of mean mood on N, agreeableness being equal",
                plane.slopeX(),
                plane.slopeXMargin(),
                "Mehrabian 1996; Watson and Clark 1992",
                terciles(moods, MoodSeries::mean, "%.3f"));
    }

    private static Figure unrest(List<MoodSeries> moods) {
        Line line = line(moods, MoodSeries::variance);
        return Figure.positive(
                "mood_variance_by_neuroticism",
                "Slope of mood variance on N",
                line.slope(),
                line.slopeMargin(),
                KUPPENS,
                terciles(moods, MoodSeries::variance, "%.5f"));
    }

    private static String terciles(List<MoodSeries> moods, ToDoubleFunction<MoodSeries> value, String format) {
        List<MoodSeries> sorted = new ArrayList<>(moods);
        sorted.sort(Comparator.comparingDouble(MoodSeries::neuroticism));
        StringBuilder text = new StringBuilder("by thirds of N: ");
        for (int third = 0; third < 3; third++) {
            List<MoodSeries> part = sorted.subList(sorted.size() * third / 3, sorted.size() * (third + 1) / 3);
            text.append(third == 0 ? "" : ", ").append(String.format(Locale.ROOT, format, mean(part, value)));
        }
        return text.append("; 95 % confidence interval").toString();
    }

    private static Line line(List<MoodSeries> moods, ToDoubleFunction<MoodSeries> value) {
        Line line = new Line();
        moods.forEach(mood -> line.add(mood.neuroticism(), value.applyAsDouble(mood)));
        return line;
    }

    private static double mean(List<MoodSeries> moods, ToDoubleFunction<MoodSeries> value) {
        return Numbers.mean(moods.stream().mapToDouble(value).toArray());
    }
}
