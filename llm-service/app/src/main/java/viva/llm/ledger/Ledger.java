package viva.llm.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import viva.llm.budget.Expense;
import viva.llm.budget.Expenses;
import viva.platform.messaging.Fates;
import viva.platform.messaging.MessagingConfig;

/**
 * Collects what requests took and writes it down once a second, so that no answer waits for the database. While that is away, expenses
 * wait; above {@value Backlog#MOST} the newest are lost, and counted. So is an expense that cannot be written though the database is there, after as
 * many attempts as a message gets; the others of its batch are written.
 */
@Singleton
class Ledger implements Expenses {
    private static final Logger LOG = Logger.getLogger(Ledger.class);
    private static final Duration AT_THE_END = Duration.ofSeconds(5);

    private final PgLedger table;
    private final Fates fates;
    private final Counter lost;
    private final Backlog backlog;
    private boolean failing;

    Ledger(PgLedger table, Fates fates, MessagingConfig messaging, MeterRegistry metrics) {
        this.table = table;
        this.fates = fates;
        this.backlog = new Backlog(messaging.attempts());
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
        return backlog.add(expense);
    }

    private synchronized int size() {
        return backlog.size();
    }

    /** Completes when all that waited is written or given up, or the next attempt has to wait; never fails. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> write() {
        return Uni.createFrom()
                .deferred(this::writeNext)
                .repeat()
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni();
    }

    /** Whether there may be more to write now. */
    private Uni<Boolean> writeNext() {
        return first().map(batch -> table.write(batch)
                        .map(_ -> written(batch))
                        .onFailure()
                        .recoverWithItem(failure -> refused(batch, failure)))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private synchronized Optional<Batch> first() {
        return backlog.first();
    }

    private synchronized boolean written(Batch batch) {
        backlog.written(batch);
        failing = false;
        return true;
    }

    private synchronized boolean refused(Batch batch, Throwable failure) {
        Backlog.Next next = backlog.refused(batch, fates.of(failure));
        switch (next) {
            case WAIT -> {
                if (!failing) {
                    LOG.warnf("what models cost waits to be written down: %s", failure);
                }
                failing = true;
            }
            case GO_ON -> LOG.debugf("what models cost is written down in smaller parts: %s", failure);
            case LOST -> {
                lost.increment();
                LOG.errorf("what a request cost cannot be written down, and is lost: %s", failure);
            }
        }
        return next != Backlog.Next.WAIT;
    }

    void stop(@Observes ShutdownEvent event) {
        write().onFailure().recoverWithNull().await().atMost(AT_THE_END);
    }
}
