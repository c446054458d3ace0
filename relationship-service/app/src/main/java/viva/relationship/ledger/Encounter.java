package viva.relationship.ledger;

import java.util.Optional;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;
import viva.relationship.bond.Deltas;
import viva.relationship.bond.TurningPoint;

/**
 * Two avatars met, as told from the side of {@code avatar}.
 *
 * @param id when it is told twice, it counts once; without an id, each telling is another encounter
 * @param at empty when the teller does not keep world time: then none has passed since the last contact
 * @param turningPoint what they decided, after everything else
 */
public record Encounter(
        Optional<UUID> id,
        AvatarId avatar,
        AvatarId other,
        Deltas deltas,
        Optional<WorldTime> at,
        Optional<TurningPoint> turningPoint) {}
