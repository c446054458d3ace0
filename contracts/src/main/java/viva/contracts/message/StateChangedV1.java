package viva.contracts.message;

import viva.contracts.AvatarId;
import viva.contracts.StateView;

/** A watched avatar's state changed; published by the life service for avatars that a {@link WatchedV1} named lately. */
@MessageType("live.state.v1")
public record StateChangedV1(AvatarId avatarId, StateView state) implements LiveFrame {}
