package viva.gateway.phoenix;

import java.time.Instant;
import viva.contracts.AccountId;
import viva.gateway.session.Access;

/** Whose socket it is, which session opened it, and until when the token holds that did. */
public record SocketOwner(Access access, Instant expiresAt) {
    public AccountId account() {
        return access.account();
    }
}
