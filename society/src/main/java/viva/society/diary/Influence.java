package viva.society.diary;

import viva.life.feeling.Feeling;
import viva.life.feeling.FeelingParameters;
import viva.life.feeling.Feelings;
import viva.life.mind.Mind;
import viva.life.temperament.Temperament;

/**
 * What stirred the feelings of a life: the jumps of its emotions, summed up as products of pairs. With the time constants they say how
 * the mood must be correlated with itself (Campbell's theorem, see {@code Expectation}).
 */
public final class Influence {
    private static final Feeling[] ALL = Feeling.values();

    private final double[] products = new double[Feeling.COUNT * Feeling.COUNT];
    private final double[] weights = new double[Feeling.COUNT];
    private final double[] weightedHalfLives = new double[Feeling.COUNT];

    void lived(Mind before, Mind after) {
        Feelings felt = after.feelings();
        if (felt.since() == before.feelings().since()) {
            return;
        }
        Temperament self = after.temperament();
        Feelings faded = before.feelings().at(felt.since(), self, FeelingParameters.DEFAULT);
        double[] jumps = new double[Feeling.COUNT];
        for (Feeling feeling : ALL) {
            double jump = felt.offset(feeling) - faded.offset(feeling);
            int index = feeling.index();
            jumps[index] = jump;
            weights[index] += Math.abs(jump);
            weightedHalfLives[index] +=
                    Math.abs(jump) * FeelingParameters.DEFAULT.halfLife(feeling, self, felt.gravity());
        }
        for (int one = 0; one < jumps.length; one++) {
            if (jumps[one] != 0) {
                add(one, jumps);
            }
        }
    }

    private void add(int one, double[] jumps) {
        for (int other = 0; other < jumps.length; other++) {
            products[one * jumps.length + other] += jumps[one] * jumps[other];
        }
    }

    /** The sum over all events of the jump of one emotion times that of another. */
    public double product(Feeling one, Feeling other) {
        return products[one.index() * Feeling.COUNT + other.index()];
    }

    /** The half-life by the constants, in world hours, as the events of this life stretched it on average. */
    public double halfLife(Feeling feeling, Temperament self) {
        double weight = weights[feeling.index()];
        return weight > 0
                ? weightedHalfLives[feeling.index()] / weight
                : FeelingParameters.DEFAULT.halfLife(feeling, self, 0);
    }
}
