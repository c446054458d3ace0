package viva.gateway.session;

import java.time.Instant;
import java.util.UUID;

/** Something ended before the tokens that it gave expired. */
sealed interface Revocation {
    /** When, by the database's clock. */
    Instant at();

    /** One session ended. */
    record OfSession(UUID session, Instant at) implements Revocation {}

    /**
     * All earlier sessions of an account ended.
     *
     * @param account a digest of its id ({@link AccountDigest})
     * @param generation the first one that holds again
     * @param spared the session that did not end
     */
    record OfAccount(UUID account, int generation, UUID spared, Instant at) implements Revocation {}
}
