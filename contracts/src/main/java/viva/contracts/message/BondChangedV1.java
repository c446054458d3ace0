package viva.contracts.message;

import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;

/**
 * A bond's numbers or status changed. Part of a {@link BondEvolvedV1}, one for each side.
 *
 * @param status what the two are to each other as {@code avatarId} sees it
 * @param previousStatus equal to {@code status} when only the numbers changed
 * @param familiarity in [0, 1]
 * @param trust in [0, 1]
 * @param affection in [0, 1], of {@code avatarId} for {@code otherId}
 * @param attraction in [0, 1], of {@code avatarId} to {@code otherId}
 * @param version grows with every change of the bond
 * @param conversationId the conversation that changed it, or null
 */
@MessageType("bond.changed.v1")
public record BondChangedV1(
        AvatarId avatarId,
        AvatarId otherId,
        BondStatus status,
        BondStatus previousStatus,
        double familiarity,
        double trust,
        double affection,
        double attraction,
        long version,
        ConversationId conversationId)
        implements BondEvent {}
