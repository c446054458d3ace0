package viva.contracts.message;

import java.util.List;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.WorldTime;

/**
 * Two avatars began to talk. Said once for each side, or once for both where no owner watches.
 *
 * @param otherName as others know the other one
 * @param voiced whether the words come as they are said; otherwise they are found when somebody reads it
 * @param name of {@code avatarId} itself; null, as is {@code otherOwnerId}, when it is said for that side alone
 */
@MessageType("conversation.started.v1")
public record ConversationStartedV1(
        AvatarId avatarId,
        AccountId ownerId,
        AvatarId otherId,
        String otherName,
        ConversationId conversationId,
        boolean voiced,
        WorldTime startedAt,
        String name,
        AccountId otherOwnerId)
        implements Event, Combined<ConversationStartedV1> {
    /** Said for {@code avatarId} alone. */
    public ConversationStartedV1(
            AvatarId avatarId,
            AccountId ownerId,
            AvatarId otherId,
            String otherName,
            ConversationId conversationId,
            boolean voiced,
            WorldTime startedAt) {
        this(avatarId, ownerId, otherId, otherName, conversationId, voiced, startedAt, null, null);
    }

    @Override
    public List<ConversationStartedV1> parts() {
        ConversationStartedV1 own =
                new ConversationStartedV1(avatarId, ownerId, otherId, otherName, conversationId, voiced, startedAt);
        return otherOwnerId == null
                ? List.of(own)
                : List.of(
                        own,
                        new ConversationStartedV1(
                                otherId, otherOwnerId, avatarId, name, conversationId, voiced, startedAt));
    }
}
