package viva.contracts.message;

import viva.contracts.AvatarId;

/**
 * Somebody is looking at this avatar. The gateway says it at the join and again every 30 s while a socket is joined; the life
 * service forgets it after 90 s.
 */
@MessageType("live.watched.v1")
public record WatchedV1(AvatarId avatarId) implements LiveFrame {}
