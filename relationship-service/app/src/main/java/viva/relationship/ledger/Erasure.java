package viva.relationship.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.message.BondEndedV1;
import viva.relationship.bond.Side;

/** Erases what an avatar leaves behind here: its bonds, on both sides, and blocks. The other sides are told that their bond is no more. */
@Singleton
public class Erasure {
    private final PgBonds bonds;
    private final PgBlocks blocks;
    private final Announcements announcements;

    Erasure(PgBonds bonds, PgBlocks blocks, Announcements announcements) {
        this.bonds = bonds;
        this.blocks = blocks;
        this.announcements = announcements;
    }

    /** Needs a transaction in which the avatar itself was marked as erased already. */
    public Uni<Void> of(AvatarId avatar) {
        return bonds.of(avatar)
                .map(rows -> rows.stream().map(BondRow::toKept).toList())
                .call(() -> bonds.deleteOf(avatar))
                .call(() -> blocks.deleteOf(avatar))
                .chain(ended -> tell(ended, avatar));
    }

    private Uni<Void> tell(List<KeptBond> ended, AvatarId erased) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (KeptBond kept : ended) {
            Side survivor = kept.bond().pair().sideOf(erased).other();
            told = told.chain(() -> announcements.ended(kept, survivor, BondEndedV1.GONE));
        }
        return told;
    }
}
