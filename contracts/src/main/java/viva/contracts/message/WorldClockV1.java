package viva.contracts.message;

import java.time.Instant;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;

/**
 * The world clock was set, paused or resumed. From {@code since} on, world time is {@code worldTime} plus, while running,
 * {@code scale} times the real time passed.
 *
 * @param avatarId always {@link #WORLD}: the clock belongs to nobody
 * @param version grows with every change
 */
@MessageType("world.clock.v1")
public record WorldClockV1(
        AvatarId avatarId, WorldTime worldTime, Instant since, double scale, boolean running, long version)
        implements Event {
    /** The subject of events that are about the whole world: the nil UUID. */
    public static final AvatarId WORLD = new AvatarId(new UUID(0, 0));
}
