package viva.platform.messaging.outage;

import java.util.Optional;

/** Knows the failures of one technology, as a bean. */
public interface Diagnosis {
    /**
     * The outage that {@code failure} tells of; empty when it is none, or nothing that this diagnosis knows. Causes are asked about one by one.
     */
    Optional<Outage> of(Throwable failure);
}
