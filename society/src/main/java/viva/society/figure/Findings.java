package viva.society.figure;

import java.util.List;
import viva.society.world.Inhabitant;

/**
 * All that was found out about a world.
 *
 * @param chapters each number beside its expected range
 * @param moods of the traced avatars; empty when the world was too short
 */
public record Findings(List<Chapter> chapters, List<MoodSeries> moods) {
    public Findings {
        chapters = List.copyOf(chapters);
        moods = List.copyOf(moods);
    }

    public static Findings of(List<Inhabitant> people) {
        List<MoodSeries> moods = people.parallelStream()
                .filter(one -> one.diary().trace() != null
                        && MoodSeries.isLongEnough(one.diary().trace().length()))
                .map(MoodSeries::new)
                .filter(MoodSeries::isAlive)
                .toList();
        return new Findings(
                List.of(
                        new Chapter("Sleep", SleepFigures.of(people)),
                        new Chapter("Mood", MoodFigures.of(moods)),
                        new Chapter("Emotions", EmotionFigures.of(people)),
                        new Chapter("Needs", NeedFigures.of(people)),
                        new Chapter("States and desires", TimeFigures.visits(people)),
                        new Chapter("Nobody is stuck", TimeFigures.stays(people))),
                moods);
    }

    /** The figures of all chapters. */
    public List<Figure> figures() {
        return chapters.stream().flatMap(chapter -> chapter.figures().stream()).toList();
    }

    /** How many figures have a verdict. */
    public long count(Figure.Verdict verdict) {
        return figures().stream().filter(figure -> figure.verdict() == verdict).count();
    }
}
