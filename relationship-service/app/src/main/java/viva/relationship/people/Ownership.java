package viva.relationship.people;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import viva.contracts.AvatarId;
import viva.platform.service.identity.Caller;
import viva.platform.service.identity.Role;
import viva.platform.service.problem.Rejected;

/**
 * The one place that decides whose bonds a caller may see: those of their own avatars, and of all to an operator. Others' avatars
 * are as unknown as those that never were.
 */
@Singleton
public class Ownership {
    private final PgInhabitants inhabitants;
    private final Caller caller;

    Ownership(PgInhabitants inhabitants, Caller caller) {
        this.inhabitants = inhabitants;
        this.caller = caller;
    }

    /** Completes when the caller may see the bonds of {@code avatar}. Needs a session. */
    public Uni<Void> toRead(AvatarId avatar) {
        return inhabitants
                .present(avatar)
                .onItem()
                .ifNull()
                .failWith(Ownership::unknown)
                .invoke(this::refuseUnlessOwner)
                .replaceWithVoid();
    }

    /** Completes when the caller may tell of an encounter of {@code avatar} with {@code other}; both stay until the transaction ends. */
    public Uni<Void> toTell(AvatarId avatar, AvatarId other) {
        return inhabitants
                .keptPresent(List.of(avatar, other))
                .invoke(found -> {
                    refuseUnlessOwner(find(found, avatar));
                    find(found, other);
                })
                .replaceWithVoid();
    }

    private static Inhabitant find(List<Inhabitant> found, AvatarId id) {
        return found.stream()
                .filter(inhabitant -> inhabitant.id.equals(id.value()))
                .findFirst()
                .orElseThrow(Ownership::unknown);
    }

    private void refuseUnlessOwner(Inhabitant inhabitant) {
        if (!caller.is(Role.OPERATOR) && !caller.account().value().equals(inhabitant.ownerId)) {
            throw unknown();
        }
    }

    private static Rejected unknown() {
        return Rejected.notFound("avatar");
    }
}
