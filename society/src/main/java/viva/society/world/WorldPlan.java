package viva.society.world;

import java.util.Objects;
import viva.contracts.WorldTime;
import viva.life.mind.Mind;

/**
 * A world to live through.
 *
 * @param avatars how many live in it, in [1, {@value #MAX_AVATARS}]
 * @param days world days, in [1, {@value #MAX_DAYS}]
 * @param seed of all its chance: personalities, lives and encounters
 * @param start its first instant; everybody is born then
 */
public record WorldPlan(int avatars, int days, long seed, WorldTime start) {
    /** About 1.5 GB of minds and diaries, and as much again for the bonds of a month. */
    public static final int MAX_AVATARS = 200_000;

    public static final int MAX_DAYS = 366;

    /** A mind's horizon less the longest life. */
    private static final long FURTHEST = Mind.HORIZON / 2;

    static final long HOUR = 3_600_000L;
    static final long DAY = 24 * HOUR;

    public WorldPlan {
        requireRange("avatars", avatars, MAX_AVATARS);
        requireRange("days", days, MAX_DAYS);
        Objects.requireNonNull(start, "start");
        if (Math.abs(start.millis()) > FURTHEST) {
            throw new IllegalArgumentException("must be within " + FURTHEST + " ms of the epoch: start = " + start);
        }
    }

    /** World time at which the simulation ends. */
    public WorldTime end() {
        return new WorldTime(start.millis() + days * DAY);
    }

    private static void requireRange(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("must be in [1," + most + "]: " + name + " = " + value);
        }
    }
}
