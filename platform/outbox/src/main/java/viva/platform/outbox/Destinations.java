package viva.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which destinations of an outbox take messages. One that refused a message, or did not answer, rests for 1, 2, 4 … 30 s; then a single message
 * tries whether it takes any. Pure: instants are those of one monotonic clock, in nanoseconds.
 */
final class Destinations {
    static final Duration FIRST_REST = Duration.ofSeconds(1);
    static final Duration LONGEST_REST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 5;

    private final Map<String, Standing> standings = new HashMap<>();

    /** What is known of a destination; one that takes messages and owes no answer is not noted. */
    private sealed interface Standing {
        /** It takes messages; {@code open} of them have no answer yet. */
        record Flowing(int open) implements Standing {}

        /** It takes nothing until {@code untilNanos}; {@code open} messages of before have no answer yet. */
        record Resting(int open, int refusals, long untilNanos, String why) implements Standing {}

        /** One message is on its way to see. */
        record Tried(int refusals, String why) implements Standing {}
    }

    private static final Standing UNKNOWN = new Standing.Flowing(0);

    /** A message goes there. */
    void sent(String destination) {
        note(
                destination,
                switch (standing(destination)) {
                    case Standing.Flowing(int open) -> new Standing.Flowing(open + 1);
                    case Standing.Resting(int _, int refusals, long _, String why) -> new Standing.Tried(refusals, why);
                    case Standing.Tried tried -> tried;
                });
    }

    /** The broker has a message that went there. */
    void confirmed(String destination) {
        note(
                destination,
                switch (standing(destination)) {
                    case Standing.Flowing(int open) -> new Standing.Flowing(open - 1);
                    case Standing.Resting(int open, int refusals, long until, String why) ->
                        new Standing.Resting(open - 1, refusals, until, why);
                    case Standing.Tried _ -> UNKNOWN;
                });
    }

    /** It refused a message, or there was no answer in time; true when that is news. */
    boolean refused(String destination, String why, long nowNanos) {
        Standing before = standing(destination);
        note(
                destination,
                switch (before) {
                    case Standing.Flowing(int open) -> resting(open - 1, 1, why, nowNanos);
                    case Standing.Resting(int open, int refusals, long until, String first) ->
                        new Standing.Resting(open - 1, refusals, until, first);
                    case Standing.Tried(int refusals, String _) -> resting(0, refusals + 1, why, nowNanos);
                });
        return before instanceof Standing.Flowing;
    }

    /** A message that went there came to nothing, for a reason that has nothing to do with the destination: the next try is a first rest later. */
    void unsent(String destination, long nowNanos) {
        note(
                destination,
                switch (standing(destination)) {
                    case Standing.Flowing(int open) -> new Standing.Flowing(open - 1);
                    case Standing.Resting(int open, int refusals, long until, String why) ->
                        new Standing.Resting(open - 1, refusals, until, why);
                    case Standing.Tried(int refusals, String why) ->
                        new Standing.Resting(0, refusals, nowNanos + FIRST_REST.toNanos(), why);
                });
    }

    private static Standing resting(int open, int refusals, String why, long nowNanos) {
        Duration doubled = FIRST_REST.multipliedBy(1L << Math.min(refusals - 1, MOST_DOUBLINGS));
        Duration rest = doubled.compareTo(LONGEST_REST) < 0 ? doubled : LONGEST_REST;
        return new Standing.Resting(open, refusals, nowNanos + rest.toNanos(), why);
    }

    /** Destinations that get nothing now: they rest, or owe answers. */
    Set<String> held() {
        return new TreeSet<>(standings.keySet());
    }

    /** Those whose rest is over, and that owe no answer: one message may try each. */
    List<String> due(long nowNanos) {
        List<String> due = new ArrayList<>();
        standings.forEach((destination, standing) -> {
            if (standing instanceof Standing.Resting(int open, int _, long until, String _)
                    && open == 0
                    && until - nowNanos <= 0) {
                due.add(destination);
            }
        });
        return due;
    }

    /** There is nothing to try it with: it counts as one that takes messages. */
    void empty(String destination) {
        standings.remove(destination);
    }

    /** When the next rest is over; empty when nothing rests. */
    OptionalLong nextDue() {
        return standings.values().stream()
                .filter(Standing.Resting.class::isInstance)
                .mapToLong(standing -> ((Standing.Resting) standing).untilNanos())
                .reduce((a, b) -> a - b < 0 ? a : b);
    }

    /** Those that take nothing, each with its reason. */
    Map<String, String> refusing() {
        Map<String, String> refusing = new HashMap<>();
        standings.forEach((destination, standing) -> {
            switch (standing) {
                case Standing.Flowing _ -> {}
                case Standing.Resting resting -> refusing.put(destination, resting.why());
                case Standing.Tried tried -> refusing.put(destination, tried.why());
            }
        });
        return refusing;
    }

    private Standing standing(String destination) {
        return standings.getOrDefault(destination, UNKNOWN);
    }

    private void note(String destination, Standing standing) {
        if (standing.equals(UNKNOWN)) {
            standings.remove(destination);
        } else {
            standings.put(destination, standing);
        }
    }
}
