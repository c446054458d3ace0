package viva.llm.nim;

import java.time.Duration;
import java.time.Instant;

/**
 * Until when an answer is of use, in real time.
 *
 * @param firstToken until when its first words must have come
 * @param total until when it must be over
 */
public record Deadlines(Instant firstToken, Instant total) {
    /** Both at the same instant. */
    public static Deadlines at(Instant instant) {
        return new Deadlines(instant, instant);
    }

    Duration untilFirstToken(Instant now) {
        return atLeastZero(Duration.between(now, firstToken.isBefore(total) ? firstToken : total));
    }

    Duration untilTotal(Instant now) {
        return atLeastZero(Duration.between(now, total));
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
