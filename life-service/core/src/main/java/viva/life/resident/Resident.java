package viva.life.resident;

import java.util.Objects;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.DerivedId;
import viva.contracts.WorldTime;
import viva.life.mind.Mind;

/**
 * An avatar as its shard keeps it. The profile stays in the database: a million of them would fill the memory, and most lives never need theirs.
 *
 * @param version of the profile
 * @param owner null when it was erased, as are {@code locale} and {@code mind}
 * @param locale a BCP 47 tag: the language it thinks in; interned, since a million avatars share a few
 */
public record Resident(AvatarId id, Standing standing, long version, AccountId owner, String locale, Mind mind) {
    public Resident {
        Objects.requireNonNull(id, "id");
        if (standing != Standing.ERASED) {
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(mind, "mind");
            Objects.requireNonNull(locale, "locale");
        }
    }

    /** What is left of an avatar that was erased: enough to know that a late message must not bring it back. */
    public static Resident erased(AvatarId id, long version) {
        return new Resident(id, Standing.ERASED, version, null, null, null);
    }

    /** Whether it is there and belongs to {@code account}. */
    public boolean isOwnedBy(AccountId account) {
        return !isErased() && owner.equals(account);
    }

    /** Time stands still for one that rests: its mind knows that, unless it has rested since before rests were noted. */
    public WorldTime timeOf(WorldTime time) {
        return isLiving() || mind.resting() ? time : mind.asOf();
    }

    /** The conversation that its owner has with it. */
    public ConversationId ownerConversation() {
        return ownerConversation(id, owner);
    }

    /** The conversation that an owner has with an avatar: there is one, for ever. */
    public static ConversationId ownerConversation(AvatarId avatar, AccountId owner) {
        return new ConversationId(DerivedId.of(avatar.value(), "conversation with owner " + owner));
    }

    /** An id that follows from {@code what} and the tick that the mind is at. */
    public UUID momentId(String what) {
        return DerivedId.of(id.value(), what + " at " + mind.tick());
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
