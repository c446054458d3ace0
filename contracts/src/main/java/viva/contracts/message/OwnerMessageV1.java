package viva.contracts.message;

import java.time.Instant;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;

/**
 * What an owner said to their avatar.
 *
 * @param content 1 to {@value #MOST_CHARS} characters
 * @param sentAt when the gateway took it
 * @param locale the owner's, a BCP 47 tag such as {@code pt-BR}; null when not known
 * @param country where the owner is, an ISO 3166 code such as {@code BR}; null when not known
 */
@MessageType("life.owner_message.v1")
public record OwnerMessageV1(
        AvatarId avatarId,
        AccountId ownerId,
        MessageId messageId,
        String content,
        Instant sentAt,
        String locale,
        String country)
        implements LifeCommand {
    public static final int MOST_CHARS = 4_000;

    /** Of an owner of whom nothing more is known. */
    public OwnerMessageV1(AvatarId avatarId, AccountId ownerId, MessageId messageId, String content, Instant sentAt) {
        this(avatarId, ownerId, messageId, content, sentAt, null, null);
    }
}
