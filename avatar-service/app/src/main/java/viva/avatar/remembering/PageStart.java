package viva.avatar.remembering;

import java.time.Instant;
import java.util.UUID;

/** The last memory of the page before. */
public record PageStart(Instant createdAt, UUID id) {}
