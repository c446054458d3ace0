package viva.avatar.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much an owner may have. */
@ConfigMapping(prefix = "viva.avatar")
public interface AvatarLimits {
    /** Avatars that one owner may have at a time, resting ones included. */
    @WithDefault("20")
    int perOwner();
}
