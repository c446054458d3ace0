package viva.gateway.backend;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * One client for each address of a service. A question that is not answered goes to one other address, once, within the deadline of
 * the one who asks.
 *
 * @param <T> the client
 */
public final class Replicas<T> {
    private final List<T> clients;
    private final ReplicaChoice choice;
    private final LongSupplier nanos;

    /** @param choice knows as many addresses as there are clients; clients of the same addresses share it */
    Replicas(List<T> clients, ReplicaChoice choice, LongSupplier nanos) {
        this.clients = List.copyOf(clients);
        this.choice = choice;
        this.nanos = nanos;
    }

    /**
     * Asks something that changes nothing, such as a GET: whatever became of it at a replica that does not answer, it may be asked
     * again.
     */
    public <R> Uni<R> read(Function<T, Uni<R>> question) {
        return ask(question, Unanswered::by, Unanswered::brokenOff);
    }

    /** Asks something that must not be done twice: it goes to another replica only when it certainly reached none. */
    public <R> Uni<R> change(Function<T, Uni<R>> question) {
        return ask(question, Unanswered::neverSent, Unanswered::neverSent);
    }

    /**
     * @param elsewhere after which failures another address is asked
     * @param there after which failures the same address is asked again, when there is no other
     */
    private <R> Uni<R> ask(Function<T, Uni<R>> question, Predicate<Throwable> elsewhere, Predicate<Throwable> there) {
        return Uni.createFrom().deferred(() -> {
            int first = choice.first(nanos.getAsLong());
            return ask(question, first).onFailure().recoverWithUni(failure -> {
                OptionalInt other = choice.other(first, nanos.getAsLong());
                boolean again = (other.isPresent() ? elsewhere : there).test(failure);
                return again
                        ? ask(question, other.orElse(first))
                        : Uni.createFrom().failure(failure);
            });
        });
    }

    private <R> Uni<R> ask(Function<T, Uni<R>> question, int address) {
        return Uni.createFrom()
                .deferred(() -> question.apply(clients.get(address)))
                .onItemOrFailure()
                .invoke((answer, failure) -> note(address, failure));
    }

    private void note(int address, Throwable failure) {
        if (failure != null && Unanswered.by(failure)) {
            choice.failed(address, nanos.getAsLong());
        } else {
            choice.answered(address);
        }
    }
}
