package viva.matchmaker.score;

import java.util.OptionalDouble;

/**
 * How well two avatars suit each other; the same seen from either side. Every number is in [0, 1].
 *
 * @param interests empty when neither named an interest: unknown, and not a bad score
 * @param values empty when neither named a value
 */
public record Score(double personality, OptionalDouble interests, OptionalDouble values, double communication) {

    /** The weighted mean of the known parts: the weight of an unknown part is shared among them. */
    public double total() {
        double sum = Weights.PERSONALITY * personality
                + Weights.INTERESTS * interests.orElse(0)
                + Weights.VALUES * values.orElse(0)
                + Weights.COMMUNICATION * communication;
        return sum / confidence();
    }

    /** The share of the weights that stands on something known. */
    public double confidence() {
        return Weights.PERSONALITY
                + (interests.isPresent() ? Weights.INTERESTS : 0)
                + (values.isPresent() ? Weights.VALUES : 0)
                + Weights.COMMUNICATION;
    }
}
