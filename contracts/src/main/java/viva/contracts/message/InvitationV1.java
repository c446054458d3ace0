package viva.contracts.message;

import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.WorldTime;

/**
 * {@code hostId} invites {@code avatarId} to talk.
 *
 * @param hostName as others know the host
 * @param attended whether somebody looks at the host: the conversation is to be voiced then
 * @param urged whether an owner asked for it: then only sleep, exhaustion or another conversation is a reason to decline
 * @param at world time of the invitation
 * @param until world time after which the host does not wait any more
 */
@MessageType("life.invitation.v1")
public record InvitationV1(
        AvatarId avatarId,
        AvatarId hostId,
        AccountId hostOwnerId,
        String hostName,
        ConversationId conversationId,
        boolean attended,
        boolean urged,
        WorldTime at,
        WorldTime until)
        implements LifeCommand {}
