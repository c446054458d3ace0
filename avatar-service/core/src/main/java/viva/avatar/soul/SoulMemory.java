package viva.avatar.soul;

import java.time.Instant;
import java.util.List;
import viva.contracts.WorldTime;

/**
 * A memory in a soul file. It has room for more than is kept of a memory today.
 *
 * @param kind a label such as {@code interaction}
 * @param gist one line, or null
 * @param importance in [0, 1]
 * @param occurredAt in the world that it comes from
 * @param storedAt real time, or null
 * @param audience who may hear of it: {@code owner}, {@code talk} or {@code anyone}; null when nothing is said of that
 * @param recalls how often it was used
 * @param slot of the fact that it is, such as {@code home}; null for other memories
 */
public record SoulMemory(
        String kind,
        String content,
        String gist,
        double importance,
        List<Known> with,
        WorldTime occurredAt,
        Instant storedAt,
        String audience,
        boolean pinned,
        long recalls,
        String slot) {
    public SoulMemory {
        with = List.copyOf(with);
    }
}
