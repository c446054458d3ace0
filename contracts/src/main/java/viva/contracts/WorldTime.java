package viva.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * An instant on the world's own calendar, in whole milliseconds since 1970-01-01T00:00 of that calendar. In JSON it is an
 * ISO-8601 instant, so that people can read it. Hours of the day are the world's: there are no time zones in it.
 */
public record WorldTime(long millis) implements Comparable<WorldTime> {
    public static final double MILLIS_PER_HOUR = 3_600_000.0;

    /**
     * Reads an ISO-8601 instant such as {@code 2030-01-01T09:00:00Z}.
     *
     * @throws java.time.format.DateTimeParseException when {@code iso} is not one
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static WorldTime parse(String iso) {
        return new WorldTime(Instant.parse(iso).toEpochMilli());
    }

    public WorldTime plus(Duration duration) {
        return new WorldTime(Math.addExact(millis, duration.toMillis()));
    }

    /** World hours from {@code earlier} to this instant; negative when this is the earlier one. */
    public double hoursSince(WorldTime earlier) {
        return (millis - earlier.millis) / MILLIS_PER_HOUR;
    }

    /** The hour of the world's day, in [0, 24). */
    public double hourOfDay() {
        return Math.floorMod(millis, 86_400_000L) / MILLIS_PER_HOUR;
    }

    @Override
    public int compareTo(WorldTime other) {
        return Long.compare(millis, other.millis);
    }

    @JsonValue
    @Override
    public String toString() {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toInstant().toString();
    }
}
