package viva.avatar.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import viva.avatar.memory.Memory;
import viva.avatar.remembering.KeptMemory;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.Emotions;
import viva.contracts.FactSlot;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;

/**
 * A memory as the avatar's owner sees it.
 *
 * @param gist one line, or null
 * @param occurredAt by the world's clock; of what was posted, as it was posted
 * @param realAt when it happened by the real clock
 * @param createdAt from which real instant on it is kept
 * @param audience to whom the avatar may tell it
 * @param withOwner whether the owner is in it
 * @param posted whether the owner wrote it down
 * @param slot the fact about the owner that it holds, or null
 * @param recalls how often an event used it
 * @param supersededBy the fact that took its place, or null
 * @param fadedAt since when its gist alone is left; null for most
 */
public record MemoryView(
        UUID id,
        String type,
        String content,
        String gist,
        UnitInterval importance,
        List<AvatarId> with,
        WorldTime occurredAt,
        Instant realAt,
        Instant createdAt,
        Audience audience,
        boolean withOwner,
        boolean posted,
        boolean pinned,
        Emotions feelings,
        FactSlot slot,
        List<UUID> sources,
        int recalls,
        UUID supersededBy,
        Instant fadedAt) {
    static MemoryView of(KeptMemory kept) {
        Memory memory = kept.memory();
        KeptMemory.Standing standing = kept.standing();
        return new MemoryView(
                kept.id(),
                memory.kind().label(),
                memory.content(),
                memory.gist(),
                memory.importance(),
                memory.with(),
                memory.occurredAt(),
                memory.origin().realAt(),
                kept.createdAt(),
                memory.audience(),
                memory.origin().withOwner(),
                memory.origin().posted(),
                standing.pinned(),
                memory.feelings(),
                memory.slot(),
                memory.origin().sources(),
                standing.recalls(),
                standing.supersededBy(),
                standing.fadedAt());
    }
}
