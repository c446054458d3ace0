package viva.life.history;

import java.time.Duration;
import java.time.Instant;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;

/**
 * Real time, cut into numbered slices.
 *
 * @param count how many make a round, in which each avatar comes once
 * @param millis the length of each
 * @param phaseMillis by how much they begin earlier than those of shard 0
 */
record Slices(int count, long millis, long phaseMillis) {
    private static final int MOST = 90;
    private static final long SHORTEST_MILLIS = 1_000;

    /** The slices of a shard, for rounds of about {@code round}: a second or more. */
    static Slices of(ShardId shard, Duration round) {
        long length = Math.max(SHORTEST_MILLIS, round.toMillis() / MOST);
        int count = (int) Math.max(1, round.toMillis() / length);
        return new Slices(count, length, length * shard.value() / ShardId.COUNT);
    }

    /** The number of the slice that holds a real instant. */
    long number(Instant real) {
        return Math.floorDiv(real.toEpochMilli() + phaseMillis, millis);
    }

    /** Whether an avatar comes in the slice of this number. */
    boolean takes(long number, AvatarId id) {
        return Math.floorMod(id.value().hashCode(), count) == Math.floorMod(number, (long) count);
    }
}
