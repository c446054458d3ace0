package viva.avatar.rest;

import java.time.Instant;
import java.util.UUID;
import viva.avatar.memory.Memory;
import viva.avatar.recall.Hit;
import viva.avatar.search.Searches.FoundMemory;
import viva.contracts.Audience;
import viva.contracts.FactSlot;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;

/**
 * A memory that comes to mind; the numbers are those of {@link FoundMemoryView}.
 *
 * @param occurredAt by the world's clock
 * @param realAt by the real one
 * @param found whether it is good enough to be an answer
 */
public record RecallView(
        UUID id,
        String type,
        String content,
        String gist,
        WorldTime occurredAt,
        Instant realAt,
        double score,
        double relevance,
        double retrievability,
        UnitInterval importance,
        FactSlot slot,
        boolean withOwner,
        Audience audience,
        boolean found) {
    static RecallView of(FoundMemory found, double bar) {
        Memory memory = found.kept().memory();
        Hit hit = found.hit();
        return new RecallView(
                found.kept().id(),
                memory.kind().label(),
                memory.content(),
                memory.gist(),
                memory.occurredAt(),
                memory.origin().realAt(),
                hit.score(),
                hit.relevance(),
                hit.retrievability(),
                memory.importance(),
                memory.slot(),
                memory.origin().withOwner(),
                memory.audience(),
                hit.relevance() >= bar);
    }
}
