package viva.matchmaker.verdict;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import viva.contracts.AvatarId;

/**
 * Somebody who is blocked.
 *
 * @param name null when it is not known
 */
public record Block(AvatarId avatarId, String name, Instant blockedAt) {
    static Block of(Object[] row) {
        return new Block(new AvatarId((UUID) row[0]), (String) row[1], instant(row[2]));
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime at ? at.toInstant() : (Instant) column;
    }
}
