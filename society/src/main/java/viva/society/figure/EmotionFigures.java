package viva.society.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import viva.life.feeling.Feeling;
import viva.society.diary.Decays;
import viva.society.fit.Numbers;
import viva.society.world.Inhabitant;

/** What emotions must show: they fade as they do in people, sadness last. */
public final class EmotionFigures {
    private static final String VERDUYN = "Verduyn and Lavrijsen 2015 (life-model §4)";
    private static final String METHOD = "median of the half-lives fitted to the stretches between events";
    private static final List<Feeling> ORDER = List.of(Feeling.SADNESS, Feeling.JOY, Feeling.FEAR);

    private EmotionFigures() {}

    static List<Figure> of(List<Inhabitant> people) {
        List<Figure> figures = new ArrayList<>();
        for (Feeling feeling : ORDER) {
            figures.add(asTheConstants(people, feeling));
        }
        figures.add(longer(people, Feeling.SADNESS, Feeling.JOY));
        figures.add(longer(people, Feeling.JOY, Feeling.FEAR));
        return figures;
    }

    /** The median half-life of an emotion as lived, world hours. */
    public static double halfLife(List<Inhabitant> people, Feeling feeling) {
        return Numbers.quantile(halfLives(people, feeling), .5);
    }

    private static Figure asTheConstants(List<Inhabitant> people, Feeling feeling) {
        String name = feeling.name().toLowerCase(Locale.ROOT);
        double[] lived = halfLives(people, feeling);
        double[] ratios = courses(people, feeling)
                .flatMapToDouble(course -> Arrays.stream(course.ratios()))
                .toArray();
        return Figure.between(
                "half_life_ratio_" + name,
                "Half-life of " + name + " as lived ÷ by the constants",
                Numbers.quantile(ratios, .5),
                "",
                .95,
                1.05,
                VERDUYN,
                String.format(
                        Locale.ROOT,
                        "%s: %.2f h, half of them in %.2f–%.2f h; %d stretches",
                        METHOD,
                        Numbers.quantile(lived, .5),
                        Numbers.quantile(lived, .25),
                        Numbers.quantile(lived, .75),
                        lived.length));
    }

    private static Figure longer(List<Inhabitant> people, Feeling one, Feeling other) {
        String first = one.name().toLowerCase(Locale.ROOT);
        String second = other.name().toLowerCase(Locale.ROOT);
        return Figure.between(
                "half_life_" + first + "_over_" + second,
                "Half-life of " + first + " ÷ " + second,
                halfLife(people, one) / halfLife(people, other),
                "",
                1,
                Double.POSITIVE_INFINITY,
                VERDUYN,
                METHOD);
    }

    private static double[] halfLives(List<Inhabitant> people, Feeling feeling) {
        return courses(people, feeling)
                .flatMapToDouble(course -> DoubleStream.of(course.halfLives()))
                .toArray();
    }

    /** The stretches of an emotion in the lives that were probed. */
    public static Stream<Decays.Course> courses(List<Inhabitant> people, Feeling feeling) {
        return people.stream()
                .map(one -> one.diary().decays())
                .filter(Objects::nonNull)
                .map(decays -> decays.of(feeling));
    }
}
