package viva.llm.nim;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import viva.llm.budget.Admission;
import viva.llm.budget.Budgets;
import viva.llm.budget.Call;
import viva.llm.budget.Slot;
import viva.llm.budget.Usage;

/** One attempt with its slot: none is sent without one, and each slot ends exactly as its attempt does. */
final class PaidCall {
    private final Budgets budgets;
    private final CallGuard guard;

    PaidCall(Budgets budgets, CallGuard guard) {
        this.budgets = budgets;
        this.guard = guard;
    }

    /**
     * Asks for a slot and sends.
     *
     * @param check fails when there is no use in it any more
     * @param send makes the request; it tells the slot when the response began
     * @param usage what a success took
     * @param spent what a failure took all the same, because words had come
     */
    <T> Uni<T> make(
            Runnable check,
            Call call,
            Function<Slot, Uni<T>> send,
            Function<T, Usage> usage,
            Supplier<Optional<Usage>> spent) {
        return guard.around(() -> admitted(check, call).flatMap(admission -> switch (admission) {
            case Admission.Refused refused ->
                Uni.createFrom().failure(new NimException(new NimFault.NoBudget(refused.reason())));
            case Admission.Granted granted -> settled(granted.slot(), send, usage, spent);
        }));
    }

    private Uni<Admission> admitted(Runnable check, Call call) {
        return Uni.createFrom().deferred(() -> {
            check.run();
            return budgets.admit(call);
        });
    }

    private static <T> Uni<T> settled(
            Slot slot, Function<Slot, Uni<T>> send, Function<T, Usage> usage, Supplier<Optional<Usage>> spent) {
        return Uni.createFrom()
                .deferred(() -> send.apply(slot))
                .onItem()
                .invoke(answer -> slot.settle(usage.apply(answer)))
                .onFailure()
                .invoke(failure -> end(slot, failure, spent))
                .onCancellation()
                .invoke(slot::failed);
    }

    private static void end(Slot slot, Throwable failure, Supplier<Optional<Usage>> spent) {
        if (failure instanceof NimException nim && nim.fault() instanceof NimFault.Throttled throttled) {
            slot.throttled(throttled.retryAfter());
        } else {
            spent.get().ifPresentOrElse(slot::settle, slot::failed);
        }
    }
}
