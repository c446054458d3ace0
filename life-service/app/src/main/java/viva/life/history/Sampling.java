package viva.life.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.life.clock.World;
import viva.life.resident.Resident;

/**
 * When which residents of a shard are sampled: each round of {@link HistoryConfig#sampleEvery} is cut into slices, and an avatar's id
 * says in which of them it comes. So nothing has to be remembered of any avatar, sleepers are sampled as often as the busy, and
 * neither all avatars nor all shards are sampled at once. Belongs to the shard's loop.
 */
public final class Sampling {
    private final World world;
    private final Slices slices;
    private long done;

    /** The first samples are taken in the slice after this one. */
    public Sampling(ShardId shard, Duration every, World world) {
        this.world = world;
        this.slices = Slices.of(shard, every);
        this.done = slices.number(world.realNow());
    }

    /** Whether a slice has begun that was not sampled yet. */
    public boolean isDue() {
        return slices.number(world.realNow()) > done;
    }

    /**
     * Samples of the oldest slice that is due, if one is; what was missed for longer than a round is not made good. None while the
     * world stands still: everybody is as at their last sample.
     *
     * @param living gives the residents that live, of the wanted ids
     */
    public List<Sample> take(Function<Predicate<AvatarId>, List<Resident>> living) {
        Instant now = world.realNow();
        long last = slices.number(now);
        List<Resident> residents = List.of();
        while (done < last && residents.isEmpty()) {
            done = Math.max(done + 1, last - slices.count() + 1);
            long due = done;
            residents = living.apply(id -> slices.takes(due, id));
        }
        return world.clock().running() ? Sample.of(residents, world.lives(), now, world.at(now)) : List.of();
    }
}
