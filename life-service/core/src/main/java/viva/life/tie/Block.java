package viva.life.tie;

import viva.contracts.AvatarId;

/**
 * There may be nothing between an avatar and another.
 *
 * @param own whether the avatar's own owner wants it so; otherwise the other's does
 */
public record Block(AvatarId avatar, AvatarId other, boolean own) {}
