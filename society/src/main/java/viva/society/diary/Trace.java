package viva.society.diary;

import java.util.Arrays;
import viva.life.feeling.Feelings;

/** A mood, read once a world hour. Four bytes an hour. */
public final class Trace {
    private final float[] mood;
    private int hours;

    Trace(int days) {
        mood = new float[24 * days + 1];
    }

    void look(Feelings now) {
        mood[hours++] = (float) Math.clamp(now.mood(), -1.0, 1.0);
    }

    /** The mood at each full hour from hour {@code from} of the life on, in [−1, 1]. */
    public double[] mood(int from) {
        double[] read = new double[Math.max(0, hours - from)];
        Arrays.setAll(read, i -> mood[from + i]);
        return read;
    }

    /** How many hours were read. */
    public int length() {
        return hours;
    }
}
