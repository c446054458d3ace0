package viva.contracts.message;

import viva.contracts.AvatarId;
import viva.contracts.WorldTime;

/** The matchmaker named somebody whom this avatar might like to meet; {@code score} is in [0, 1]. */
@MessageType("life.prospect.v1")
public record ProspectV1(AvatarId avatarId, AvatarId otherId, double score, WorldTime at) implements LifeCommand {
    /** The command that hands a match, as of {@code at}, to the mind that was told of it. */
    public static ProspectV1 of(MatchFoundV1 match, WorldTime at) {
        return new ProspectV1(match.avatarId(), match.otherId(), match.score(), at);
    }
}
