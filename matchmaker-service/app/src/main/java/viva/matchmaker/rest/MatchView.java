package viva.matchmaker.rest;

import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.matchmaker.match.Match;

/**
 * A match as its owner sees it.
 *
 * @param confidence in (0, 1]: the share of the score that stands on something known
 */
public record MatchView(Card avatar, ScoreView score, double confidence, String explanation) {
    static MatchView of(Match match) {
        return new MatchView(
                Card.of(match.other().avatarId(), match.other().said()),
                ScoreView.of(match.score()),
                match.score().confidence(),
                match.explanation());
    }

    /** What everybody may know of an avatar. */
    public record Card(
            AvatarId id,
            String name,
            String bio,
            String gender,
            Integer age,
            String locale,
            List<String> interests,
            List<String> values) {
        static Card of(AvatarId id, AvatarProfile profile) {
            return new Card(
                    id,
                    profile.name(),
                    profile.bio(),
                    profile.gender(),
                    profile.age(),
                    profile.locale(),
                    profile.personality().interests(),
                    profile.personality().values());
        }
    }
}
