package viva.llm.nim;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What follows a failed attempt. Pure: the instant, chance and what is known of the models come in as arguments. */
final class RetryPlan {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    /** Below this much time there is no use in trying again. */
    private static final Duration LEAST_LEFT = Duration.ofMillis(400);

    private RetryPlan() {}

    /**
     * One attempt.
     *
     * @param number of the attempts with this model, from 1
     * @param optional the optional fields that were sent
     * @param begun whether words had come; then nothing is tried again, since somebody has seen them
     */
    record Attempt(String model, int number, Set<OptionalField> optional, boolean begun) {}

    /** What to do. */
    sealed interface Next {
        /** The same model once more, after a pause. */
        record Again(Duration pause) implements Next {}

        /** The same model without these fields, at once. */
        record Without(Set<OptionalField> fields) implements Next {}

        /** The next model of the list. */
        record Other(String model) implements Next {}

        record GiveUp() implements Next {}
    }

    /**
     * @param others the models that may be asked instead, the best first
     * @param most attempts with one model
     * @param left until nobody waits any more
     * @param chance in [0, 1), for the jitter
     */
    static Next after(Attempt failed, NimFault fault, List<String> others, int most, Duration left, double chance) {
        if (failed.begun() || left.compareTo(LEAST_LEFT) < 0) {
            return new Next.GiveUp();
        }
        return switch (fault) {
            case NimFault.Gone gone -> other(others);
            case NimFault.Invalid invalid ->
                (invalid.status() == 400 || invalid.status() == 422)
                                && !failed.optional().isEmpty()
                        ? new Next.Without(OptionalField.blamed(invalid.detail(), failed.optional()))
                        : new Next.GiveUp();
            case NimFault.Throttled throttled ->
                again(failed, most, left, throttled.retryAfter().orElse(Duration.ZERO), chance);
            case NimFault.Degraded degraded -> {
                Next again = isPassing(degraded.status())
                        ? again(failed, most, left, degraded.retryAfter().orElse(Duration.ZERO), chance)
                        : new Next.GiveUp();
                yield again instanceof Next.GiveUp && failed.number() >= most ? other(others) : again;
            }
            case NimFault.Unreachable away -> again(failed, most, left, Duration.ZERO, chance);
            case NimFault.Off off -> new Next.GiveUp();
            case NimFault.NoModel none -> new Next.GiveUp();
            case NimFault.NoBudget none -> new Next.GiveUp();
            case NimFault.Busy busy -> new Next.GiveUp();
            case NimFault.CircuitOpen open -> new Next.GiveUp();
            case NimFault.TooSlow slow -> new Next.GiveUp();
            case NimFault.KeyRefused refused -> new Next.GiveUp();
            case NimFault.NoCredit none -> new Next.GiveUp();
            case NimFault.Garbled garbled -> new Next.GiveUp();
            case NimFault.Reported reported -> new Next.GiveUp();
            case NimFault.TooLarge large -> new Next.GiveUp();
            case NimFault.Broken broken -> new Next.GiveUp();
            case NimFault.Exposed exposed -> new Next.GiveUp();
            case NimFault.Empty empty -> new Next.GiveUp();
            case NimFault.Filtered filtered -> new Next.GiveUp();
        };
    }

    /** NIM's 400 for a degraded function, and the statuses of gateways; a plain 500 may have done its work already. */
    private static boolean isPassing(int status) {
        return status == 400 || (status >= 502 && status <= 504);
    }

    private static Next other(List<String> others) {
        return others.isEmpty() ? new Next.GiveUp() : new Next.Other(others.getFirst());
    }

    private static Next again(Attempt failed, int most, Duration left, Duration asked, double chance) {
        Duration backoff = FIRST_PAUSE.multipliedBy(1L << Math.min(failed.number() - 1, 10));
        Duration jittered = Duration.ofMillis((long) (backoff.toMillis() * (.5 + chance)));
        Duration pause = asked.compareTo(jittered) > 0 ? asked.plusMillis((long) (chance * 100)) : jittered;
        boolean inTime = pause.plus(LEAST_LEFT).compareTo(left) < 0;
        return failed.number() < most && inTime ? new Next.Again(pause) : new Next.GiveUp();
    }
}
