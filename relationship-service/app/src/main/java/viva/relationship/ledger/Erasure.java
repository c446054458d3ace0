package viva.relationship.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import viva.contracts.AvatarId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.LeftBehindV1;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.panache.SessionOutbox;
import viva.relationship.bond.Pair;

/**
 * Erases what an avatar leaves behind here: its bonds, on both sides, and blocks. The other sides are told that their bond is no more, and
 * those who knew it are told of.
 */
@Singleton
public class Erasure {
    private final PgBonds bonds;
    private final PgBlocks blocks;
    private final Announcements announcements;
    private final SessionOutbox outbox;
    private final MessageFactory messages;

    Erasure(
            PgBonds bonds,
            PgBlocks blocks,
            Announcements announcements,
            SessionOutbox outbox,
            MessageFactory messages) {
        this.bonds = bonds;
        this.blocks = blocks;
        this.announcements = announcements;
        this.outbox = outbox;
        this.messages = messages;
    }

    /**
     * Needs a transaction in which the avatar itself was marked as erased already.
     *
     * @param request the event that said that it is gone
     */
    public Uni<Void> of(AvatarId avatar, CloudEvent<?> request) {
        return bonds.of(avatar)
                .map(rows -> rows.stream().map(BondRow::toKept).toList())
                .call(() -> bonds.deleteOf(avatar))
                .call(ended -> announcements.ended(ended, avatar))
                .chain(ended -> blocks.deleteOf(avatar).map(others -> acquaintances(ended, others, avatar)))
                .chain(others -> outbox.append(left(others, avatar, request)));
    }

    private static Set<AvatarId> acquaintances(List<KeptBond> ended, List<AvatarId> blocked, AvatarId erased) {
        Set<AvatarId> others = new LinkedHashSet<>(blocked);
        for (KeptBond kept : ended) {
            Pair pair = kept.bond().pair();
            others.add(pair.on(pair.sideOf(erased).other()));
        }
        return others;
    }

    private List<Outgoing> left(Collection<AvatarId> others, AvatarId gone, CloudEvent<?> request) {
        return others.stream()
                .map(other -> Outgoing.event(messages.causedBy(request, null, new LeftBehindV1(other, gone))))
                .toList();
    }
}
