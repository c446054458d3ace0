package viva.contracts.message;

import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.EndReason;
import viva.contracts.WorldTime;

/**
 * The answer to an {@link InvitationV1}, to the host.
 *
 * @param declined why not; null when it was accepted, and only then the rest is there
 * @param urged as the invitation said
 * @param guestMind the guest's mind as its codec writes it, in Base64, right after it accepted
 * @param attended whether somebody looks at the guest
 * @param at world time of the answer
 */
@MessageType("life.invitation_answer.v1")
public record InvitationAnswerV1(
        AvatarId avatarId,
        AvatarId guestId,
        ConversationId conversationId,
        EndReason declined,
        boolean urged,
        AccountId guestOwnerId,
        AvatarProfile guestProfile,
        String guestMind,
        boolean attended,
        WorldTime at)
        implements LifeCommand {}
