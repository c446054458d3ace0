package viva.avatar.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much an owner may have, and an avatar. */
@ConfigMapping(prefix = "viva.avatar")
public interface AvatarLimits {
    /** Avatars that one owner may have at a time, resting ones included. */
    @WithDefault("20")
    int perOwner();

    /** Memories that an avatar keeps; when one more comes, the least important goes, of several the oldest. At least 1. */
    @WithDefault("10000")
    int memories();
}
