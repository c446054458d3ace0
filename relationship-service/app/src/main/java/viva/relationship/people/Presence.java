package viva.relationship.people;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import viva.contracts.AvatarId;

/** Tells whether avatars are there, for news that come without a caller. */
@Singleton
public class Presence {
    private final PgInhabitants inhabitants;

    Presence(PgInhabitants inhabitants) {
        this.inhabitants = inhabitants;
    }

    /**
     * Whether all of them are there, and then they stay until the transaction ends; false when one is erased. Fails with
     * {@link NotHeardOf} when one is unknown: the news of its birth may still be on their way.
     */
    public Uni<Boolean> ofAll(List<AvatarId> avatars) {
        return inhabitants.kept(avatars).map(found -> {
            if (found.stream().anyMatch(one -> one.standing.equals(Inhabitant.ERASED))) {
                return false;
            }
            if (found.size() < avatars.size()) {
                throw new NotHeardOf("one of " + avatars + " is not known here yet");
            }
            return true;
        });
    }

    /** An avatar that nobody has told of, or not yet; trying again later may help. */
    public static final class NotHeardOf extends RuntimeException {
        NotHeardOf(String message) {
            super(message);
        }
    }
}
