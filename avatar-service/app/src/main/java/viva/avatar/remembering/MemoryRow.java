package viva.avatar.remembering;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import viva.avatar.memory.Memory;
import viva.avatar.memory.MemoryKind;
import viva.contracts.AvatarId;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;

/** One row of the table {@code memory}, to read. */
@Entity
@Table(name = "memory")
class MemoryRow {
    @Id
    UUID id;

    UUID avatarId;
    String kind;
    String content;
    double importance;
    long occurredWorldMillis;
    UUID[] withIds;
    Instant createdAt;

    KeptMemory toKept() {
        Memory memory = new Memory(
                MemoryKind.of(kind).orElseThrow(),
                content,
                new UnitInterval(importance),
                Stream.of(withIds).map(AvatarId::new).toList(),
                new WorldTime(occurredWorldMillis));
        return new KeptMemory(id, memory, createdAt);
    }
}
