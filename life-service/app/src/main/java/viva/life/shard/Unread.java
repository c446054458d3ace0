package viva.life.shard;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import viva.contracts.AvatarId;
import viva.life.ownership.Lease;
import viva.life.resident.Minds;

/**
 * When a shard tries again to read the minds that it cannot read: each of them stands still and is kept, and lives on when it was mended, or
 * was written by a version that this one replaces. Belongs to the shard's loop.
 */
final class Unread {
    private static final Logger LOG = Logger.getLogger(Unread.class);

    private final Lease lease;
    private final long againNanos;
    private long dueNanos;
    private Set<AvatarId> told = Set.of();

    Unread(Lease lease, Duration again) {
        this.lease = lease;
        this.againNanos = again.toNanos();
    }

    /** The minds of these cannot be read. The log has it once for as long as they are the same. */
    void are(Collection<Minds.Unreadable> minds, long nowNanos) {
        Set<AvatarId> ids = minds.stream().map(Minds.Unreadable::id).collect(Collectors.toUnmodifiableSet());
        if (ids.equals(told)) {
            return;
        }
        told = ids;
        dueNanos = nowNanos + againNanos;
        minds.stream()
                .findFirst()
                .ifPresent(first -> LOG.errorf(
                        "%s: %d minds cannot be read, their avatars stand still; the first is that of %s: %s",
                        lease, minds.size(), first.id(), first.reason()));
    }

    /** Whether it is time to read them again. */
    boolean isDue(long nowNanos) {
        return !told.isEmpty() && dueNanos - nowNanos <= 0;
    }

    /** When they are to be read again, or an instant that comes before; by the monotonic clock. */
    long orSooner(long nanos) {
        return told.isEmpty() ? nanos : Math.min(nanos, dueNanos);
    }

    /** Those that are read again now. */
    Collection<AvatarId> again(long nowNanos) {
        dueNanos = nowNanos + againNanos;
        return told;
    }
}
