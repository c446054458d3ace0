package viva.avatar.soul;

import java.util.List;
import java.util.Objects;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.CarriedMind;
import viva.contracts.WorldTime;

/**
 * What other services know of an avatar that is exported, as they tell its owner.
 *
 * @param worldTime at which the mind was as it is told
 * @param mind null when there is none yet
 */
public record Elsewhere(WorldTime worldTime, CarriedMind mind, List<Bond> bonds) {
    public Elsewhere {
        Objects.requireNonNull(worldTime, "world_time");
        bonds = bonds == null ? List.of() : List.copyOf(bonds);
    }

    /** A bond as the relationship service tells the owner of one side. */
    public record Bond(
            AvatarId otherId,
            BondStatus status,
            double familiarity,
            double trust,
            double affection,
            double attraction,
            long encounters,
            long conflicts,
            List<String> milestones,
            WorldTime metAt,
            WorldTime lastContact) {
        public Bond {
            Objects.requireNonNull(otherId, "other_id");
            Objects.requireNonNull(status, "status");
            milestones = milestones == null ? List.of() : List.copyOf(milestones);
        }

        /** @param latest no time in a soul file is later */
        SoulBond toSoul(String name, WorldTime latest) {
            return new SoulBond(
                    new Known(otherId, name),
                    status,
                    familiarity,
                    trust,
                    affection,
                    attraction,
                    encounters,
                    conflicts,
                    milestones,
                    notAfter(latest, metAt),
                    notAfter(latest, lastContact));
        }

        private static WorldTime notAfter(WorldTime latest, WorldTime time) {
            return time == null || time.compareTo(latest) <= 0 ? time : latest;
        }
    }
}
