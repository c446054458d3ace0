package viva.avatar.remembering;

import java.time.Instant;
import java.util.UUID;
import viva.avatar.memory.Memory;

/**
 * A memory as it is kept.
 *
 * @param createdAt the real time from which on it is kept
 */
public record KeptMemory(UUID id, Memory memory, Instant createdAt) {}
