package viva.life.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;
import viva.life.mind.Lives;
import viva.life.world.WorldClock;

/**
 * The moment of a decision.
 *
 * @param real by the database's clock
 * @param world the world's time at {@code real}
 * @param lives how minds live in this world
 * @param company who watches, and who is about
 */
public record Now(Instant real, WorldTime world, WorldClock clock, Lives lives, Company company) {
    /** Real time by which a tick or an input may be behind and still count as happening now. */
    public static final Duration LATE = Duration.ofSeconds(20);

    /** What is known of others, without a guarantee: it is in memory alone. */
    public interface Company {
        /** Whether a person looks at an avatar. */
        boolean isWatched(AvatarId avatar);

        /** An avatar other than {@code self} that is awake and alone, chosen by chance; empty when there is none. */
        Optional<AvatarId> passerby(AvatarId self);

        /** Whether to ask the llm service for words to an owner; asking spends what is left of its credit. */
        boolean admitsRequest(Instant real);
    }

    public static Now of(Instant real, WorldClock clock, Lives lives, Company company) {
        return new Now(real, clock.worldTimeAt(real), clock, lives, company);
    }

    /** Whether an instant of the world is being made up for: nobody is notified of it any more. */
    public boolean isLate(WorldTime at) {
        return world.millis() - at.millis() > LATE.toMillis() * clock.scale();
    }

    /** The world's time at a real instant that is not in the future; one that is counts as now. */
    public WorldTime at(Instant past) {
        return worldTimeAt(past.isBefore(real) ? past : real);
    }

    /** The world's time at any real instant, were the clock always as it is now. */
    public WorldTime worldTimeAt(Instant instant) {
        return clock.worldTimeAt(instant);
    }

    /** {@code at}, but not later than now. */
    public WorldTime notAfter(WorldTime at) {
        return at.compareTo(world) < 0 ? at : world;
    }

    /** World time after a duration of real time, if the clock goes on as it does now. */
    public WorldTime later(WorldTime from, Duration duration) {
        return new WorldTime(from.millis() + (long) (duration.toMillis() * clock.scale()));
    }
}
