package viva.gateway.session;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** All revocations that a token may still need to be held against. May be asked from any thread. */
final class RevocationList {
    private final Map<UUID, Revocation.OfSession> sessions = new ConcurrentHashMap<>();
    private final Map<UUID, Revocation.OfAccount> accounts = new ConcurrentHashMap<>();

    /** Takes one in; again, or in another order, changes nothing. */
    void add(Revocation revocation) {
        switch (revocation) {
            case Revocation.OfSession session -> sessions.putIfAbsent(session.session(), session);
            case Revocation.OfAccount account ->
                accounts.merge(
                        account.account(),
                        account,
                        (known, other) -> known.generation() >= other.generation() ? known : other);
        }
    }

    boolean isRevoked(Access access) {
        if (sessions.containsKey(access.session())) {
            return true;
        }
        if (accounts.isEmpty()) {
            return false;
        }
        Revocation.OfAccount ended = accounts.get(AccountDigest.of(access.account()));
        return ended != null
                && access.generation() < ended.generation()
                && !access.session().equals(ended.spared());
    }

    /** Forgets what is older than every token. */
    void forget(Instant before) {
        sessions.values().removeIf(session -> session.at().isBefore(before));
        accounts.values().removeIf(account -> account.at().isBefore(before));
    }

    int size() {
        return sessions.size() + accounts.size();
    }
}
