package viva.platform.service.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens whose signature was verified, to the letter, with what was learnt from each. The signature is by far the most work about a
 * request, and clients send the same token with all of theirs. Keeps the latest used ones; what may change with time, such as the
 * expiry, is checked anew by whoever asks. Safe for any number of threads.
 *
 * @param <T> what is kept of a token
 */
public final class VerifiedTokens<T> {
    private final int most;
    private final Map<String, T> known;

    /** @param most tokens that are kept, about a kilobyte each */
    public VerifiedTokens(int most) {
        this.most = most;
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > VerifiedTokens.this.most;
            }
        };
    }

    /** What was learnt from exactly this token; empty when it was not verified, or long ago. */
    public synchronized Optional<T> find(String token) {
        return Optional.ofNullable(known.get(token));
    }

    public synchronized void add(String token, T learnt) {
        known.put(token, learnt);
    }

    public synchronized void remove(String token) {
        known.remove(token);
    }

    /** How many tokens are kept. */
    public synchronized int size() {
        return known.size();
    }
}
