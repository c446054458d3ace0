package viva.platform.messaging;

import io.smallrye.mutiny.CompositeException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import viva.platform.messaging.outage.Diagnosis;
import viva.platform.messaging.outage.Fate;
import viva.platform.messaging.outage.Outage;

/** Decides by the failure of a handler what becomes of the message. */
final class Fates {
    /** Failures have fewer causes, unless they go round in a circle. */
    private static final int DEEPEST = 16;

    private final List<Diagnosis> diagnoses;

    Fates(List<Diagnosis> diagnoses) {
        this.diagnoses = List.copyOf(diagnoses);
    }

    /**
     * The fate of a message. A handler's {@link IllegalArgumentException} says as much as its {@link UnhandleableMessage}, unless an outage is
     * among its causes.
     */
    Fate of(Throwable failure) {
        Throwable thrown = unwrapped(failure, DEEPEST);
        if (thrown instanceof UnhandleableMessage unhandleable) {
            return new Fate.Unhandleable(unhandleable.getMessage());
        }
        Optional<Outage> outage = outage(thrown);
        if (outage.isPresent()) {
            return new Fate.Waits(outage.get());
        }
        return thrown instanceof IllegalArgumentException ? new Fate.Unhandleable(thrown.toString()) : new Fate.Bug();
    }

    private Optional<Outage> outage(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            for (Diagnosis diagnosis : diagnoses) {
                Optional<Outage> outage = diagnosis.of(cause);
                if (outage.isPresent()) {
                    return outage;
                }
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Throwable unwrapped(Throwable failure, int depth) {
        boolean wraps = failure instanceof CompletionException
                || failure instanceof ExecutionException
                || failure instanceof CompositeException;
        return wraps && failure.getCause() != null && depth > 0 ? unwrapped(failure.getCause(), depth - 1) : failure;
    }
}
