package viva.llm.nim;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import viva.llm.budget.CallPurpose;

/**
 * SmallRye Fault Tolerance: half of the latest calls failing opens the circuit, one that succeeds closes it. Of the calls that may be under way
 * at the same time, half are for answers to owners alone: a slow server must not be busy with talk that no owner waits for.
 */
@Singleton
class FaultToleranceGuard implements CallGuard {
    private static final double FAILURE_RATIO = .5;

    private final TypedGuard<Uni<Object>> all;
    private final TypedGuard<Uni<Object>> others;

    FaultToleranceGuard(NimConfig config) {
        this.all = TypedGuard.create(new TypeLiteral<Uni<Object>>() {})
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
        this.others = TypedGuard.create(new TypeLiteral<Uni<Object>>() {})
                .withDescription("language model, no answer")
                .withBulkhead()
                .limit(Math.max(1, config.concurrent() / 2))
                .queueSize(config.waiting())
                .done()
                .build();
    }

    @Override
    @SuppressWarnings("unchecked") // What the call gives is what comes out.
    public <T> Uni<T> around(CallPurpose purpose, Supplier<Uni<T>> call) {
        Supplier<Uni<Object>> guarded = () -> (Uni<Object>) (Uni<?>) call.get();
        return Uni.createFrom()
                .deferred(() -> purpose == CallPurpose.ANSWER ? all.get(guarded) : others.get(() -> all.get(guarded)))
                .map(value -> (T) value)
                .onFailure(BulkheadException.class)
                .transform(full -> new NimException(new NimFault.Busy()))
                .onFailure(CircuitBreakerOpenException.class)
                .transform(open -> new NimException(new NimFault.CircuitOpen()));
    }
}
