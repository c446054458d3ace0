package viva.contracts;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A mind on its way from one avatar to another: its state at one instant, in numbers. It holds no ids and no instants, so it fits into any
 * world at any time, and neither concern nor chat nor ties, which belong to the owner and the others of the life that it comes from.
 *
 * @param social in [0, 100], as are {@code stimulation} and {@code comfort}
 * @param sleepPressure in [0, 1]
 * @param chronotype the hour of the day at which it is most awake, in [0, 24)
 * @param feelings how far each emotion is above its baseline, in [−1, 1], by its name in lower case; those at their baseline are left out
 * @param mood in [−1, 1]
 * @param gravity the importance of what is felt, in [0, 1]
 * @param thought the topic of the latest thought in lower snake case, or null
 */
public record CarriedMind(
        double social,
        double stimulation,
        double comfort,
        double sleepPressure,
        boolean asleep,
        double chronotype,
        SortedMap<String, Double> feelings,
        double mood,
        double gravity,
        String thought) {
    public CarriedMind {
        requireWithin("social", social, 0, 100);
        requireWithin("stimulation", stimulation, 0, 100);
        requireWithin("comfort", comfort, 0, 100);
        requireWithin("sleep_pressure", sleepPressure, 0, 1);
        requireWithin("chronotype", chronotype, 0, Math.nextDown(24.0));
        requireWithin("mood", mood, -1, 1);
        requireWithin("gravity", gravity, 0, 1);
        feelings = Collections.unmodifiableSortedMap(feelings == null ? new TreeMap<>() : new TreeMap<>(feelings));
        for (Map.Entry<String, Double> feeling : feelings.entrySet()) {
            requireWithin(feeling.getKey(), feeling.getValue(), -1, 1);
        }
    }

    private static void requireWithin(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("must be in [" + least + "," + most + "]: " + name + " = " + value);
        }
    }
}
