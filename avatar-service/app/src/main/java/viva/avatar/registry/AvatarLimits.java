package viva.avatar.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much an owner may have, and an avatar. */
@ConfigMapping(prefix = "viva.avatar")
public interface AvatarLimits {
    /** Avatars that one owner may have at a time, resting ones included. */
    @WithDefault("20")
    int perOwner();

    /** Memories that an avatar keeps; when one more comes, the least important goes, of several the oldest; pinned ones and current facts about the owner last. At least 1. */
    @WithDefault("5000")
    int memories();

    /**
     * How long after the deletion of an avatar, and after each round since, the services are told again that it is gone, until all have
     * answered. Longer than a message is on its way; an erasure is complete within a few of these.
     */
    @WithDefault("8S")
    Duration erasurePause();
}
