package viva.relationship.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.AvatarId;
import viva.contracts.DepartureReason;
import viva.relationship.bond.Pair;

/** What a block means for bonds: the one between the two ends for good, and none forms while it stands. Every method needs a transaction. */
@Singleton
public class Blocking {
    private final PgBlocks blocks;
    private final PgBonds bonds;
    private final Announcements announcements;

    Blocking(PgBlocks blocks, PgBonds bonds, Announcements announcements) {
        this.blocks = blocks;
        this.bonds = bonds;
        this.announcements = announcements;
    }

    /** {@code blocker} blocks {@code other}; only the blocker's side is told why their bond ends. */
    public Uni<Void> begin(AvatarId blocker, AvatarId other) {
        Pair pair = Pair.of(blocker, other);
        return bonds.locked(pair)
                .call(() -> blocks.block(blocker, other))
                .chain(row -> row == null ? Uni.createFrom().voidItem() : end(row, pair, blocker));
    }

    /** The block of {@code blocker} is taken back. Nothing that was between the two comes back. */
    public Uni<Void> end(AvatarId blocker, AvatarId other) {
        return bonds.locked(Pair.of(blocker, other)).chain(() -> blocks.unblock(blocker, other));
    }

    private Uni<Void> end(BondRow row, Pair pair, AvatarId blocker) {
        KeptBond ended = row.toKept();
        return bonds.delete(row)
                .chain(() -> announcements.ended(ended, pair.sideOf(blocker), DepartureReason.BLOCKED))
                .chain(() -> announcements.ended(ended, pair.sideOf(blocker).other(), DepartureReason.PARTED));
    }
}
