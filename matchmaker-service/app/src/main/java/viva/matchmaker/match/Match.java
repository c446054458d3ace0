package viva.matchmaker.match;

import viva.contracts.Personality;
import viva.matchmaker.profile.Profile;
import viva.matchmaker.score.Explanation;
import viva.matchmaker.score.Score;
import viva.matchmaker.score.Scoring;

/** Somebody for an avatar, how well they suit each other and why. */
public record Match(Profile other, Score score, String explanation) {
    static Match of(Profile self, Profile other) {
        Personality mine = self.said().personality();
        Personality theirs = other.said().personality();
        Score score = Scoring.score(mine, theirs);
        return new Match(other, score, Explanation.of(mine, theirs, score));
    }
}
