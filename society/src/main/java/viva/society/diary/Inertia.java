package viva.society.diary;

import viva.life.feeling.Feeling;
import viva.life.feeling.Feelings;
import viva.society.fit.Plane;

/**
 * How fast the mood of one life moved, read every {@value Decays#STEP_MINUTES} world minutes. Between two readings without an event,
 * {@code dm/dt = (P0 + g·x − m)/τm}, where x is the valence of the emotions; the plane fitted to {@code dm/dt} over m and x has the
 * slope {@code −1/τm} along m. Neither P0 nor g has to be known.
 */
public final class Inertia {
    private static final double MILLIS_PER_HOUR = 3_600_000.0;
    private static final int LEAST_POINTS = 100;
    private static final Feeling[] ALL = Feeling.values();

    private final Plane plane = new Plane();
    private double mood;
    private double valence;
    private long read = Long.MIN_VALUE;

    /** Takes note of the feelings at {@code at}; {@code stirred} when an event touched them since the last time. */
    void look(Feelings now, long at, boolean stirred) {
        double felt = 0;
        for (Feeling feeling : ALL) {
            felt += feeling.valence() * now.offset(feeling);
        }
        if (!stirred && read != Long.MIN_VALUE) {
            double hours = (at - read) / MILLIS_PER_HOUR;
            plane.add((mood + now.mood()) / 2, (valence + felt) / 2, (now.mood() - mood) / hours);
        }
        mood = now.mood();
        valence = felt;
        read = at;
    }

    /** τm as lived, world hours; not a number for too short a life. */
    public double hours() {
        return plane.count() < LEAST_POINTS ? Double.NaN : -1 / plane.slopeX();
    }
}
