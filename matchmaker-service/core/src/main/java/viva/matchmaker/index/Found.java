package viva.matchmaker.index;

import viva.contracts.AvatarId;

/** One hit of a scan; {@code total} in [0, 1], exact to about seven digits. */
public record Found(AvatarId id, double total) {}
