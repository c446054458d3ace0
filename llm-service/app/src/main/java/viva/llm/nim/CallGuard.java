package viva.llm.nim;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** What stands around every request: the circuit breaker and the bulkhead. */
interface CallGuard {
    /** The call, or a {@link NimException} with {@link NimFault.Busy} or {@link NimFault.CircuitOpen} instead of it. */
    <T> Uni<T> around(Supplier<Uni<T>> call);
}
