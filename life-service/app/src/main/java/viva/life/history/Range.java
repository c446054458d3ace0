package viva.life.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import viva.platform.service.problem.Rejected;

/**
 * Some instants of the past, evenly spaced.
 *
 * @param step a second or more; it gives {@value #MOST_POINTS} points at most
 */
public record Range(Instant from, Instant to, Duration step) {
    /** Points of one answer. */
    static final int MOST_POINTS = 1_000;

    private static final int USUAL_POINTS = 200;
    private static final Duration USUAL_LENGTH = Duration.ofHours(24);
    private static final Duration SHORTEST_STEP = Duration.ofSeconds(1);

    /** Steps that fit hours and days. */
    private static final List<Duration> EVEN_STEPS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    /**
     * What a caller asked for, completed: the last 24 hours, in steps that give about 200 points.
     *
     * @param from null for {@code to} less 24 hours
     * @param to null for {@code now}
     * @param step null for one that fits
     */
    public static Range of(Instant from, Instant to, Duration step, Instant now) {
        Instant end = to == null ? now : to;
        Instant begin = from == null ? end.minus(USUAL_LENGTH) : from;
        if (end.isAfter(now)) {
            throw Rejected.invalid("to", "must not be in the future");
        }
        if (!begin.isBefore(end)) {
            throw Rejected.invalid("from", "must be before to, which is " + end);
        }
        return new Range(begin, end, step == null ? usual(Duration.between(begin, end)) : fitting(step, begin, end));
    }

    private static Duration usual(Duration length) {
        for (Duration step : EVEN_STEPS) {
            if (length.dividedBy(step) < USUAL_POINTS) {
                return step;
            }
        }
        long days = length.dividedBy(Duration.ofDays(1)) / USUAL_POINTS + 1;
        return Duration.ofDays(days);
    }

    private static Duration fitting(Duration step, Instant from, Instant to) {
        if (step.compareTo(SHORTEST_STEP) < 0) {
            throw Rejected.invalid("step", "must be PT1S or longer");
        }
        long points = Duration.between(from, to).dividedBy(step) + 1;
        if (points > MOST_POINTS) {
            throw Rejected.invalid("step", "gives " + points + " points: the most are " + MOST_POINTS);
        }
        return step;
    }

    /** The same steps, but nothing before {@code earliest}. */
    Range notBefore(Instant earliest) {
        return from.isBefore(earliest) ? new Range(earliest.isBefore(to) ? earliest : to, to, step) : this;
    }

    /** From {@code from} on, up to {@code to}. */
    List<Instant> instants() {
        long steps = Duration.between(from, to).dividedBy(step);
        return LongStream.rangeClosed(0, steps)
                .mapToObj(n -> from.plus(step.multipliedBy(n)))
                .toList();
    }
}
