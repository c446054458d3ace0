package viva.life.resident;

import java.util.Objects;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.life.mind.Mind;

/**
 * An avatar as its shard keeps it. The profile stays in the database: a million of them would fill the memory, and most lives never need theirs.
 *
 * @param version of the profile
 * @param owner null when it was erased, as are {@code locale} and {@code mind}
 * @param locale a BCP 47 tag: the language it thinks in
 */
public record Resident(AvatarId id, Standing standing, long version, AccountId owner, String locale, Mind mind) {
    public Resident {
        Objects.requireNonNull(id, "id");
        if (standing != Standing.ERASED) {
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(mind, "mind");
            locale = Objects.requireNonNull(locale, "locale").intern();
        }
    }

    /** What is left of an avatar that was erased: enough to know that a late message must not bring it back. */
    public static Resident erased(AvatarId id, long version) {
        return new Resident(id, Standing.ERASED, version, null, null, null);
    }

    public boolean isErased() {
        return standing == Standing.ERASED;
    }

    /** Whether time passes for it. */
    public boolean isLiving() {
        return standing == Standing.LIVING;
    }

    public Resident with(Mind next) {
        return new Resident(id, standing, version, owner, locale, next);
    }

    public Resident with(Standing next, long nextVersion) {
        return new Resident(id, next, nextVersion, owner, locale, mind);
    }
}
