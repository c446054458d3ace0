package viva.life.resident;

import java.util.List;
import java.util.Objects;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;

/**
 * Some rows of the table {@code mind}.
 *
 * @param unreadable those whose row is there and cannot be read: they were born and live on when it can be, so nothing may take their place
 */
public record Minds(List<Resident> residents, List<Unreadable> unreadable) {
    public Minds {
        residents = List.copyOf(residents);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * An avatar whose row cannot be read: written by a newer version, or damaged.
     *
     * @param owner null when not even that can be read
     * @param reason what is wrong with the row, for the log
     */
    public record Unreadable(AvatarId id, AccountId owner, String reason) {
        public Unreadable {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
