package viva.gateway.backend;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Function;

/**
 * One other service. A question is answered within a deadline, whichever address it goes to and however often ({@link Replicas}); every
 * failure is a {@link viva.platform.service.problem.Rejected} ({@link Failures}).
 *
 * @param <R> the service's REST
 */
final class Backend<R> {
    private final Replicas<R> replicas;
    private final Failures failures;
    private final Duration deadline;

    /** @param deadline for all attempts together */
    Backend(Replicas<R> replicas, Failures failures, Duration deadline) {
        this.replicas = replicas;
        this.failures = failures;
        this.deadline = deadline;
    }

    /** Asks something that changes nothing. */
    <T> Uni<T> read(Function<R, Uni<T>> question) {
        return answered(replicas.read(question));
    }

    /** Asks for a change, which is repeated only when it certainly was not received. */
    <T> Uni<T> change(Function<R, Uni<T>> question) {
        return answered(replicas.change(question));
    }

    /** The timeout cancels what it stops waiting for, so that no retry begins after it. */
    private <T> Uni<T> answered(Uni<T> asked) {
        return asked.ifNoItem().after(deadline).fail().onFailure().transform(failures::rejected);
    }
}
