package viva.life.mind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import viva.life.activity.Thinking;
import viva.life.decay.Exponential;

/**
 * How a mind makes up itself what to do next.
 *
 * @param options what it weighs, in a fixed order
 * @param luck the number that was drawn, in [0, 1): it falls into the range of one option's probability after the other
 * @param taken the label of the option that was taken
 */
public record Deliberation(List<Option> options, double luck, String taken) {
    public Deliberation {
        options = List.copyOf(options);
    }

    /**
     * Something that can be done.
     *
     * @param label in lower snake case
     * @param utility what it does to the needs, in the units of {@link Choice}
     * @param probability in [0, 1]
     */
    public record Option(String label, double utility, double probability) {}

    /** What a mind weighs at its next tick; empty when it does not choose then. */
    public static Optional<Deliberation> next(Mind mind, LifeParameters parameters) {
        Draft draft = new Draft(mind, mind.nextTickMillis(), parameters);
        boolean bedtime = Schedule.bedtime(draft) - draft.now < Draft.MILLIS_PER_MINUTE;
        if (!(mind.activity() instanceof Thinking thinking) || thinking.until() > draft.now || bedtime) {
            return Optional.empty();
        }
        double[] utilities = Choice.utilities(draft);
        return Optional.of(new Deliberation(
                options(utilities, parameters.activities().temperature()),
                Choice.luck(draft),
                label(Choice.of(draft))));
    }

    private static List<Option> options(double[] utilities, double temperature) {
        double total = 0;
        for (double utility : utilities) {
            total += Exponential.of(utility / temperature);
        }
        List<Option> options = new ArrayList<>(utilities.length);
        Choice[] choices = Choice.values();
        for (int i = 0; i < utilities.length; i++) {
            options.add(
                    new Option(label(choices[i]), utilities[i], Exponential.of(utilities[i] / temperature) / total));
        }
        return options;
    }

    private static String label(Choice choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
