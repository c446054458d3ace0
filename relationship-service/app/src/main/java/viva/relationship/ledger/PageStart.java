package viva.relationship.ledger;

import java.time.Instant;
import java.util.UUID;

/** The last bond of the page before. */
public record PageStart(Instant updatedAt, UUID id) {}
