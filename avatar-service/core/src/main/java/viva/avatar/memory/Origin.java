package viva.avatar.memory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a memory comes from.
 *
 * @param withOwner whether the avatar's owner is in it
 * @param posted whether the owner wrote it down for the avatar
 * @param sources the memories that it is derived from; none when it is of something that happened
 * @param event the message that led to it; null when there was none
 * @param realAt when it happened by the real clock
 */
public record Origin(boolean withOwner, boolean posted, List<UUID> sources, UUID event, Instant realAt) {
    public Origin {
        sources = List.copyOf(sources);
    }

    /** Whether it ages in real days. */
    public boolean agesInRealTime() {
        return withOwner || posted;
    }
}
