package viva.llm.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.jboss.logging.Logger;
import viva.llm.budget.Expense;
import viva.llm.budget.Expenses;

/**
 * Collects what requests took and writes it down once a second, so that no answer waits for the database. While that is away, expenses
 * wait; above {@value #MOST} the newest are lost, and counted.
 */
@Singleton
class Ledger implements Expenses {
    private static final Logger LOG = Logger.getLogger(Ledger.class);
    private static final int MOST = 100_000;
    private static final int MOST_AT_ONCE = 1_000;
    private static final Duration AT_THE_END = Duration.ofSeconds(5);

    private final PgLedger table;
    private final Counter lost;
    private final Queue<Expense> waiting = new ArrayDeque<>();
    private Batch unsure;
    private boolean failing;

    Ledger(PgLedger table, MeterRegistry metrics) {
        this.table = table;
        this.lost = metrics.counter("viva.llm.ledger.lost");
        metrics.gauge("viva.llm.ledger.waiting", this, Ledger::size);
    }

    @Override
    public void note(Expense expense) {
        if (!keep(expense)) {
            lost.increment();
        }
    }

    private synchronized boolean keep(Expense expense) {
        return waiting.size() < MOST && waiting.add(expense);
    }

    private synchronized int size() {
        return waiting.size() + (unsure == null ? 0 : unsure.expenses().size());
    }

    /** Completes when all that waited is written, or the database refused; never fails. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> write() {
        return Uni.createFrom()
                .deferred(this::writeNext)
                .repeat()
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .invoke(this::refused)
                .onFailure()
                .recoverWithNull();
    }

    /** Whether there was anything to write. */
    private Uni<Boolean> writeNext() {
        return next().map(
                        batch -> table.write(batch).invoke(() -> written(batch)).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    /** A batch that may or may not have been written stays what it is until that is known. */
    private synchronized Optional<Batch> next() {
        if (unsure == null && !waiting.isEmpty()) {
            List<Expense> some = new ArrayList<>();
            while (some.size() < MOST_AT_ONCE && !waiting.isEmpty()) {
                some.add(waiting.remove());
            }
            unsure = new Batch(UUID.randomUUID(), some);
        }
        return Optional.ofNullable(unsure);
    }

    /** At the end two may write the same batch; the second one must not forget the next. */
    private synchronized void written(Batch batch) {
        if (batch.equals(unsure)) {
            unsure = null;
        }
        failing = false;
    }

    private synchronized void refused(Throwable failure) {
        if (!failing) {
            LOG.warnf("what models cost waits to be written down: %s", failure);
        }
        failing = true;
    }

    void stop(@Observes ShutdownEvent event) {
        write().onFailure().recoverWithNull().await().atMost(AT_THE_END);
    }
}
