package viva.avatar.registry;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;

/** Tells whether an avatar is there, for messages that come without an owner. */
@Singleton
public class Census {
    private final PgAvatars avatars;

    Census(PgAvatars avatars) {
        this.avatars = avatars;
    }

    /** Needs a transaction; nobody else changes the avatar until its end. */
    public Uni<Presence> keep(AvatarId id) {
        return avatars.locked(id).chain(row -> row == null ? absent(id) : here(row));
    }

    /** Whether one of these avatars was erased. */
    public Uni<Boolean> isAnyErased(Collection<AvatarId> ids) {
        return avatars.wasAnyErased(ids);
    }

    private static Uni<Presence> here(AvatarRow row) {
        return Uni.createFrom().item(new Presence.Here(new AccountId(row.ownerId)));
    }

    private Uni<Presence> absent(AvatarId id) {
        return avatars.wasErased(id).map(erased -> erased ? new Presence.Erased() : new Presence.Unknown());
    }
}
