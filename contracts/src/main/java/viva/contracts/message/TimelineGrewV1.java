package viva.contracts.message;

import viva.contracts.AvatarId;

/**
 * The gateway's timeline of an avatar reached {@code seq}: gateways with a socket on it read on from there. A hint: one that is
 * lost is made good by the next one, or when the broker comes back.
 */
@MessageType("live.timeline.v1")
public record TimelineGrewV1(AvatarId avatarId, long seq) implements LiveFrame {}
