package viva.matchmaker.rest;

import viva.matchmaker.score.Score;

/**
 * A score and its breakdown, each in [0, 1].
 *
 * @param interests null when neither named an interest
 * @param values null when neither named a value
 */
public record ScoreView(double total, double personality, Double interests, Double values, double communication) {
    static ScoreView of(Score score) {
        return new ScoreView(
                score.total(),
                score.personality(),
                score.interests().isPresent() ? score.interests().getAsDouble() : null,
                score.values().isPresent() ? score.values().getAsDouble() : null,
                score.communication());
    }
}
