package viva.contracts.message;

import java.util.ArrayList;
import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;

/**
 * A bond took a step: what both sides are told of it. Each is told what {@link #parts()} says of its own side, and no more.
 *
 * @param formed whether the two met for the first time
 * @param familiarity in [0, 1]
 * @param trust in [0, 1]
 * @param version grows with every step of the bond
 * @param conversationId the conversation that led to it, or null
 * @param own as {@code avatarId} sees it
 * @param others as {@code otherId} sees it
 */
@MessageType("bond.evolved.v1")
public record BondEvolvedV1(
        AvatarId avatarId,
        AvatarId otherId,
        boolean formed,
        double familiarity,
        double trust,
        long version,
        ConversationId conversationId,
        View own,
        View others)
        implements Event, Combined<BondEvent> {
    /**
     * The bond from one side.
     *
     * @param previousStatus equal to {@code status} when only the numbers changed
     * @param affection in [0, 1], for the other one
     * @param attraction in [0, 1], to the other one
     * @param milestone that this side is told of, or null
     */
    public record View(
            BondStatus status, BondStatus previousStatus, double affection, double attraction, String milestone) {}

    @Override
    public List<BondEvent> parts() {
        List<BondEvent> parts = new ArrayList<>();
        tell(avatarId, otherId, own, parts);
        tell(otherId, avatarId, others, parts);
        return parts;
    }

    private void tell(AvatarId self, AvatarId other, View view, List<BondEvent> parts) {
        if (formed) {
            parts.add(new BondFormedV1(self, other, view.status()));
        }
        parts.add(new BondChangedV1(
                self,
                other,
                view.status(),
                view.previousStatus(),
                familiarity,
                trust,
                view.affection(),
                view.attraction(),
                version,
                conversationId));
        if (view.milestone() != null) {
            parts.add(new MilestoneReachedV1(self, other, view.milestone()));
        }
    }
}
