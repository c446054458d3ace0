package viva.society.figure;

import java.util.ArrayList;
import java.util.List;
import viva.society.world.Inhabitant;

/**
 * All that was found out about a world.
 *
 * @param figures each number beside its expected range
 * @param moods of the traced avatars; empty when the world was too short
 */
public record Findings(List<Figure> figures, List<MoodSeries> moods) {
    public Findings {
        figures = List.copyOf(figures);
        moods = List.copyOf(moods);
    }

    public static Findings of(List<Inhabitant> people) {
        List<MoodSeries> moods = people.parallelStream()
                .filter(one -> one.diary().trace() != null
                        && MoodSeries.isLongEnough(one.diary().trace().length()))
                .map(MoodSeries::new)
                .filter(MoodSeries::isAlive)
                .toList();
        List<Figure> figures = new ArrayList<>(SleepFigures.of(people));
        figures.addAll(MoodFigures.of(moods));
        figures.addAll(EmotionFigures.of(people));
        figures.addAll(NeedFigures.of(people));
        figures.addAll(TimeFigures.of(people));
        return new Findings(figures, moods);
    }

    /** How many figures have a verdict. */
    public long count(Figure.Verdict verdict) {
        return figures.stream().filter(figure -> figure.verdict() == verdict).count();
    }
}
