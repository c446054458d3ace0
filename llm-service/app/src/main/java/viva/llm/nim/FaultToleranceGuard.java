package viva.llm.nim;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** SmallRye Fault Tolerance: half of the latest calls failing opens the circuit, one that succeeds closes it. */
@Singleton
class FaultToleranceGuard implements CallGuard {
    private static final double FAILURE_RATIO = .5;

    private final TypedGuard<Uni<Object>> guard;

    FaultToleranceGuard(NimConfig config) {
        this.guard = TypedGuard.create(new TypeLiteral<Uni<Object>>() {})
                .withDescription("language model")
                .withBulkhead()
                .limit(config.concurrent())
                .queueSize(config.waiting())
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(config.circuit().calls())
                .failureRatio(FAILURE_RATIO)
                .delay(config.circuit().delay().toMillis(), ChronoUnit.MILLIS)
                .when(failure ->
                        failure instanceof NimException nim && nim.fault().isOutage())
                .done()
                .build();
    }

    @Override
    @SuppressWarnings("unchecked") // What the call gives is what comes out.
    public <T> Uni<T> around(Supplier<Uni<T>> call) {
        return Uni.createFrom()
                .deferred(() -> guard.get(() -> (Uni<Object>) (Uni<?>) call.get()))
                .map(value -> (T) value)
                .onFailure(BulkheadException.class)
                .transform(full -> new NimException(new NimFault.Busy()))
                .onFailure(CircuitBreakerOpenException.class)
                .transform(open -> new NimException(new NimFault.CircuitOpen()));
    }
}
