package viva.platform.messaging;

import io.quarkus.arc.All;
import io.smallrye.mutiny.CompositeException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import viva.platform.messaging.outage.Diagnosis;
import viva.platform.messaging.outage.Fate;
import viva.platform.messaging.outage.Outage;

/** Decides by the failure of a handler what becomes of the message. */
@Singleton
public final class Fates {
    /** Failures have fewer causes, unless they go round in a circle. */
    private static final int DEEPEST = 16;

    private final List<Diagnosis> diagnoses;

    Fates(@All List<Diagnosis> diagnoses) {
        this.diagnoses = List.copyOf(diagnoses);
    }

    /**
     * The fate of a message. A handler's {@link IllegalArgumentException} says as much as its {@link UnhandleableMessage}, unless an outage is
     * among its causes.
     */
    public Fate of(Throwable failure) {
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

    /** One that names what is away is worth more than one that does not. */
    private Optional<Outage> outage(Throwable failure) {
        List<Outage> outages = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .flatMap(cause -> diagnoses.stream().flatMap(diagnosis -> diagnosis.of(cause).stream()))
                .toList();
        return outages.stream()
                .filter(Outage::isKnown)
                .findFirst()
                .or(() -> outages.stream().findFirst());
    }

    private static Throwable unwrapped(Throwable failure, int depth) {
        boolean wraps = failure instanceof CompletionException
                || failure instanceof ExecutionException
                || failure instanceof CompositeException;
        return wraps && failure.getCause() != null && depth > 0 ? unwrapped(failure.getCause(), depth - 1) : failure;
    }
}
