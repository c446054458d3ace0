package viva.contracts.message;

import java.time.Instant;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;

/**
 * The owner came to look after having been away for a while.
 *
 * @param awaySince when the owner was last here, or null when that is not known
 * @param timezone the owner's, an IANA name such as {@code Europe/Vienna}; null when not known
 * @param locale the owner's, a BCP 47 tag such as {@code pt-BR}; null when not known
 * @param country where the owner is, an ISO 3166 code such as {@code BR}; null when not known
 */
@MessageType("life.owner_came.v1")
public record OwnerCameV1(
        AvatarId avatarId,
        AccountId ownerId,
        Instant cameAt,
        Instant awaySince,
        String timezone,
        String locale,
        String country)
        implements LifeCommand {
    /** Of an owner of whom no more than the time zone is known. */
    public OwnerCameV1(AvatarId avatarId, AccountId ownerId, Instant cameAt, Instant awaySince, String timezone) {
        this(avatarId, ownerId, cameAt, awaySince, timezone, null, null);
    }
}
