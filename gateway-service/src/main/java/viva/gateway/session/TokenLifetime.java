package viva.gateway.session;

import java.time.Duration;

/** How long a token of a session may hold. */
public interface TokenLifetime {
    /** The longest time from a token's signature until nobody takes it any more. */
    Duration longest();
}
