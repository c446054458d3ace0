package viva.avatar.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import viva.avatar.memory.Memory;
import viva.avatar.remembering.KeptMemory;
import viva.contracts.AvatarId;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;

/**
 * A memory as the avatar's owner sees it.
 *
 * @param occurredAt by the world's clock
 * @param createdAt by the real one
 */
public record MemoryView(
        UUID id,
        String type,
        String content,
        UnitInterval importance,
        List<AvatarId> with,
        WorldTime occurredAt,
        Instant createdAt) {
    static MemoryView of(KeptMemory kept) {
        Memory memory = kept.memory();
        return new MemoryView(
                kept.id(),
                memory.kind().label(),
                memory.content(),
                memory.importance(),
                memory.with(),
                memory.occurredAt(),
                kept.createdAt());
    }
}
