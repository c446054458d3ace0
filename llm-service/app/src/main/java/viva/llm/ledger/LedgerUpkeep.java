package viva.llm.ledger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import viva.llm.budget.BudgetLimits;

/** Forgets what is older than the ledger is kept. Harmless when several replicas do it. */
@Singleton
class LedgerUpkeep {
    /** Far longer than an expense can be on its way to the ledger. */
    private static final Duration ERASED_KNOWN = Duration.ofDays(30);

    private final PgLedger table;
    private final Duration retention;

    LedgerUpkeep(PgLedger table, BudgetLimits limits) {
        this.table = table;
        this.retention = limits.ledgerRetention();
    }

    @Scheduled(every = "6h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        LocalDate first = now.minus(retention).toLocalDate();
        return table.forget(first, now.minus(ERASED_KNOWN));
    }
}
