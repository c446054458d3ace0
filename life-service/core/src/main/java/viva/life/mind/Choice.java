package viva.life.mind;

import viva.life.chance.Purpose;
import viva.life.decay.Exponential;
import viva.life.need.NeedLevels;
import viva.life.temperament.Temperament;

/**
 * What to do next: the utility of what an activity does to the needs, with diminishing returns A(x) = 10/x (Zubek, Needs-based AI, 2010),
 * weighted by personality and drawn by softmax.
 */
enum Choice {
    SOCIALIZE,
    REFLECT,
    EXPLORE,
    LET_BE;

    private static final Choice[] ALL = values();

    /** Expected change of a need by one activity, in points of 100. */
    private static final double COMPANY = 40;

    private static final double NOVELTY = 45;
    private static final double COMFORT = 35;
    private static final double RELIEF = 8;
    private static final double COST = -4;

    static Choice of(Draft mind) {
        return drawn(utilities(mind), mind.parameters.activities().temperature(), luck(mind));
    }

    /** What each is worth to a mind now, in the order of their declaration. */
    static double[] utilities(Draft mind) {
        double[] utilities = utilities(mind.needsNow(), mind.energyNow(), mind.temperament);
        utilities[utilities.length - 1] = mind.parameters.activities().effort();
        return utilities;
    }

    /** In [0, 1). */
    static double luck(Draft mind) {
        return mind.chance.uniform(mind.tick, Purpose.CHOICE);
    }

    private static double[] utilities(NeedLevels needs, double energy, Temperament self) {
        double company = (.5 + self.extraversion()) * gain(needs.social(), COMPANY);
        double novelty = (.5 + self.openness()) * gain(needs.stimulation(), NOVELTY);
        double comfort = (.75 + .5 * self.neuroticism()) * gain(needs.comfort(), COMFORT);
        double cost = gain(energy, COST);
        return new double[] {company + cost, comfort + gain(energy, RELIEF), novelty + cost, 0};
    }

    private static double gain(double level, double change) {
        return attenuated(level) - attenuated(Math.min(100, level + change));
    }

    private static double attenuated(double level) {
        return 10 / Math.max(1, level);
    }

    private static Choice drawn(double[] utilities, double temperature, double luck) {
        double total = 0;
        double[] weights = new double[utilities.length];
        for (int i = 0; i < utilities.length; i++) {
            weights[i] = Exponential.of(utilities[i] / temperature);
            total += weights[i];
        }
        double left = luck * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return ALL[i];
            }
        }
        return ALL[weights.length - 1];
    }
}
