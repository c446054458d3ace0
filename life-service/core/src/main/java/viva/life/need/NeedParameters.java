package viva.life.need;

/**
 * Time constants of the needs, in world hours for an avatar of average traits, and the levels at which they matter. They are ours,
 * chosen for a rhythm that can be watched: company every 5–7 waking hours, something new every 4–6, comfort about every 12. The
 * tests of {@code RhythmTest} measure them.
 *
 * @param socialHours depletion of company; scaled by extraversion; 8
 * @param stimulationHours depletion of stimulation; scaled by openness; 6.5
 * @param comfortHours depletion of comfort; 19
 * @param companyHours restoration by talking; 0.5
 * @param minglingHours restoration of company by merely being among others; 1 (weak ties count: Sandstrom and Dunn 2014)
 * @param exploringHours restoration of stimulation; 0.6
 * @param restingHours restoration of comfort by resting; 0.7
 * @param sleepingHours restoration of comfort by sleep; 4
 * @param nightFactor how much slower company and stimulation deplete asleep; 4
 * @param wanting level in (0, 100) at and below which a need is felt; 40
 * @param tired level of energy at and below which rest is wanted; 40, about an hour before bedtime
 */
public record NeedParameters(
        double socialHours,
        double stimulationHours,
        double comfortHours,
        double companyHours,
        double minglingHours,
        double exploringHours,
        double restingHours,
        double sleepingHours,
        double nightFactor,
        double wanting,
        double tired) {
    public static final NeedParameters DEFAULT = new NeedParameters(8, 6.5, 19, .5, 1, .6, .7, 4, 4, 40, 40);

    public NeedParameters {
        if (!(wanting > 0 && wanting < 100 && tired > 0 && tired < 100)) {
            throw new IllegalArgumentException("must be in (0,100): wanting = " + wanting + ", tired = " + tired);
        }
    }
}
