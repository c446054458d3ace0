package viva.avatar.soul;

import java.time.Instant;
import java.util.List;
import viva.contracts.Audience;
import viva.contracts.FactSlot;
import viva.contracts.WorldTime;

/**
 * A memory in a soul file.
 *
 * @param kind a label such as {@code interaction}
 * @param gist one line, or null
 * @param importance in [0, 1]
 * @param occurredAt in the world that it comes from
 * @param storedAt real time, or null
 * @param audience who may hear of it; null when nothing is said of that
 * @param withOwner whether the avatar's owner is in it
 * @param recalls how often it was used
 * @param slot the fact about the owner that it holds; null for other memories
 */
public record SoulMemory(
        String kind,
        String content,
        String gist,
        double importance,
        List<Known> with,
        WorldTime occurredAt,
        Instant storedAt,
        Audience audience,
        boolean withOwner,
        boolean pinned,
        long recalls,
        FactSlot slot) {
    public SoulMemory {
        with = List.copyOf(with);
    }
}
