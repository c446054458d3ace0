package viva.gateway.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import viva.gateway.limit.Limits.Limit;

/**
 * The same algorithm as {@link Limits} in the memory of one process. Remembers at most so many callers: those first forgotten have
 * nothing to wait for, and a flood of others makes it forget all, which costs limits and not memory. Knows no clock; safe for any
 * number of threads.
 */
final class LocalLimits {
    private final int most;
    private final Map<String, Long> due = new ConcurrentHashMap<>();

    /** @param most callers that are remembered */
    LocalLimits(int most) {
        this.most = most;
    }

    /** Counts one request at an instant in microseconds; answers the microseconds to wait, 0 when it may pass. */
    long take(Limit limit, String who, long now) {
        long interval = limit.per().toNanos() / 1_000 / limit.count();
        long[] wait = {0};
        due.compute(limit.name() + ':' + who, (key, known) -> {
            long at = known == null ? now : Math.max(known, now);
            wait[0] = Math.max(0, at - now - interval * (limit.count() - 1));
            return wait[0] > 0 ? known : Long.valueOf(at + interval);
        });
        if (due.size() > most) {
            forget(now);
        }
        return wait[0];
    }

    /** How many callers are remembered. */
    int size() {
        return due.size();
    }

    private void forget(long now) {
        due.values().removeIf(at -> at <= now);
        if (due.size() > most) {
            due.clear();
        }
    }
}
