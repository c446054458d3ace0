package viva.avatar.recall;

import java.time.Instant;
import viva.contracts.WorldTime;

/** An instant by both clocks. */
public record Moment(Instant real, WorldTime world) {
    /** By one of the clocks, in milliseconds since 1970 of its calendar. */
    long millis(Ageing ageing) {
        return switch (ageing) {
            case REAL -> real.toEpochMilli();
            case WORLD -> world.millis();
        };
    }

    /** By one of the clocks, as a date of its calendar. */
    Instant date(Ageing ageing) {
        return Instant.ofEpochMilli(millis(ageing));
    }
}
