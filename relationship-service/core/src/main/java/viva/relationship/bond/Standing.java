package viva.relationship.bond;

import viva.contracts.BondStatus;
import viva.contracts.WorldTime;

/**
 * Where two avatars are with each other, and since when.
 *
 * @param previous the status before this one; equal to {@code status} for a new bond
 * @param committedSince since when a dating couple's commitment holds, or null
 */
public record Standing(BondStatus status, BondStatus previous, WorldTime since, WorldTime committedSince) {
    static Standing strangers(WorldTime at) {
        return new Standing(BondStatus.STRANGERS, BondStatus.STRANGERS, at, null);
    }

    Standing to(BondStatus next, WorldTime at) {
        return next == status ? this : new Standing(next, status, at, null);
    }

    /** The commitment begins, holds or breaks; only dating avatars commit themselves. */
    Standing committed(double commitment, WorldTime at, BondParameters parameters) {
        if (status != BondStatus.DATING || parameters.commitment().isLostBy(commitment)) {
            return committedSince == null ? this : new Standing(status, previous, since, null);
        }
        boolean begins = committedSince == null && parameters.commitment().isReachedBy(commitment);
        return begins ? new Standing(status, previous, since, at) : this;
    }
}
