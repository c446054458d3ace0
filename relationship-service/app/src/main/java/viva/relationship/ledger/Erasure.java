package viva.relationship.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.AvatarId;

/** Erases what an avatar leaves behind here: its bonds, on both sides. */
@Singleton
public class Erasure {
    private final PgBonds bonds;

    Erasure(PgBonds bonds) {
        this.bonds = bonds;
    }

    /** Needs a transaction in which the avatar itself was marked as erased already. */
    public Uni<Void> of(AvatarId avatar) {
        return bonds.deleteOf(avatar);
    }
}
