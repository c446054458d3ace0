package viva.contracts.message;

import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;

/**
 * A thought that somebody is to know of: its owner looks, or asked for it.
 *
 * @param topic what it is about, in lower snake case
 * @param tick of the mind that had it: with it the reasons can be worked out again
 */
@MessageType("thought.had.v1")
public record ThoughtHadV1(
        AvatarId avatarId, AccountId ownerId, String topic, String content, long tick, WorldTime worldTime)
        implements Event {}
