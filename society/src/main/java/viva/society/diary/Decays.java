package viva.society.diary;

import java.util.Arrays;
import viva.life.feeling.Feeling;
import viva.life.feeling.FeelingParameters;
import viva.life.feeling.Feelings;
import viva.life.mind.Mind;
import viva.society.fit.Line;

/**
 * How emotions faded in one life, read every {@value #STEP_MINUTES} world minutes. A stretch is the time between two events that stir
 * the feelings, when the emotion starts it at least {@value #LEAST} from its baseline. A line is fitted to the logarithm of the distance
 * over the stretch; its slope gives the half-life.
 */
public final class Decays {
    public static final int STEP_MINUTES = 5;

    /** Steps of the mean course that is kept for the plot: a day. */
    public static final int STEPS = 24 * 60 / STEP_MINUTES;

    private static final double LEAST = .01;

    /** Below this the course is too near the baseline to tell it from nothing. */
    private static final double LOST = 1e-4;

    private static final int LEAST_POINTS = 3;
    private static final int MOST_STRETCHES = 4_000;
    private static final double MILLIS_PER_HOUR = 3_600_000.0;
    private static final Feeling[] ALL = Feeling.values();

    private final Course[] courses = new Course[Feeling.COUNT];
    private final Inertia inertia = new Inertia();
    private long since = Long.MIN_VALUE;

    Decays() {
        Arrays.setAll(courses, ignored -> new Course());
    }

    /** Takes note of the feelings of a mind as they are at {@code at}. */
    void look(Mind mind, Feelings now, long at) {
        boolean stirred = mind.feelings().since() != since;
        since = mind.feelings().since();
        inertia.look(now, at, stirred);
        for (Feeling feeling : ALL) {
            Course course = courses[feeling.index()];
            double distance = Math.abs(now.offset(feeling));
            if (stirred) {
                course.close();
                course.open(distance, at, halfLife(mind, feeling));
            }
            course.add(distance, at);
        }
    }

    /** What was fitted for an emotion. */
    public Course of(Feeling feeling) {
        return courses[feeling.index()];
    }

    /** How fast the mood moved meanwhile. */
    public Inertia inertia() {
        return inertia;
    }

    private static double halfLife(Mind mind, Feeling feeling) {
        return FeelingParameters.DEFAULT.halfLife(
                feeling, mind.temperament(), mind.feelings().gravity());
    }

    /** The stretches of one emotion. */
    public static final class Course {
        private final double[] left = new double[STEPS];
        private final int[] seen = new int[STEPS];
        private double[] fitted = new double[16];
        private double[] ratios = new double[16];
        private int count;
        private Line line;
        private double peak;
        private double constant;
        private long from;

        private void open(double distance, long at, double halfLife) {
            line = distance >= LEAST ? new Line() : null;
            peak = distance;
            from = at;
            constant = halfLife;
        }

        private void add(double distance, long at) {
            if (line == null || distance < LOST) {
                return;
            }
            double hours = (at - from) / MILLIS_PER_HOUR;
            line.add(hours, StrictMath.log(distance));
            int step = (int) Math.round(hours * 60 / STEP_MINUTES);
            if (step < STEPS) {
                left[step] += distance / peak;
                seen[step]++;
            }
        }

        private void close() {
            if (line == null || line.count() < LEAST_POINTS || line.slope() >= 0 || count == MOST_STRETCHES) {
                return;
            }
            if (count == fitted.length) {
                fitted = Arrays.copyOf(fitted, 2 * count);
                ratios = Arrays.copyOf(ratios, 2 * count);
            }
            double halfLife = -StrictMath.log(2) / line.slope();
            fitted[count] = halfLife;
            ratios[count++] = halfLife / constant;
        }

        /** The half-lives of all stretches, world hours. */
        public double[] halfLives() {
            return Arrays.copyOf(fitted, count);
        }

        /** Each half-life divided by what the constants say for this avatar and the importance of what it felt. */
        public double[] ratios() {
            return Arrays.copyOf(ratios, count);
        }

        /** The sum over the stretches of the share that was left after {@code step} steps. */
        public double left(int step) {
            return left[step];
        }

        /** How many stretches were that long. */
        public int seen(int step) {
            return seen[step];
        }
    }
}
