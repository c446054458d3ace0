package viva.avatar.soul;

import viva.contracts.AvatarId;

/** Another avatar, by the id and the name it had; {@code name} is null when it is not known. */
public record Known(AvatarId id, String name) {}
