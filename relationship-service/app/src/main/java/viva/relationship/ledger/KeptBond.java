package viva.relationship.ledger;

import java.time.Instant;
import java.util.UUID;
import viva.relationship.bond.Bond;

/**
 * A bond as it is kept.
 *
 * @param version grows with every change, from 1
 * @param updatedAt the real time of the last change
 */
public record KeptBond(Bond bond, long version, Instant updatedAt, UUID id) {}
