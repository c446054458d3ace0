package viva.avatar.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import viva.avatar.memory.Listener;
import viva.avatar.memory.MemoryKind;
import viva.avatar.recall.Moment;
import viva.avatar.recall.Remembered;
import viva.contracts.AvatarId;

/**
 * What is looked for among an avatar's memories.
 *
 * @param with another avatar that has to be in it; null for anybody
 * @param kind null for any
 * @param days when it has to have happened, from an instant on and before another one; either may be null
 * @param asOf as if it was asked then: ages, dates and what holds are as they were, and later days are not known; empty for now
 * @param listener who gets the answer
 * @param currentOnly without facts that were superseded
 * @param patience how long to wait for the question's vector
 */
public record Query(
        String text,
        int limit,
        MemoryKind kind,
        AvatarId with,
        Days days,
        Optional<Instant> asOf,
        Listener listener,
        boolean currentOnly,
        Duration patience) {
    private static final Duration SAME_DAY = Duration.ofDays(1);

    /** From an instant on, and before another one; null for any. By the real clock. */
    public record Days(Instant from, Instant to) {
        public static final Days ANY = new Days(null, null);

        boolean contain(Instant at) {
            return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
        }
    }

    /** Whether a memory may be in the answer. */
    boolean wants(Remembered memory, Moment now) {
        return listener.mayHear(memory.audience(), memory.with())
                && (kind == null || kind == memory.kind())
                && (with == null || memory.with().contains(with))
                && days.contain(memory.occurred().real())
                && (!currentOnly
                        || memory.superseded() == null
                        || memory.superseded().isAfter(now.real()))
                && (asOf.isEmpty()
                        || memory.occurred().real().isBefore(now.real().plus(SAME_DAY)));
    }
}
