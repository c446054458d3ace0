package viva.llm.ledger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import viva.llm.budget.BudgetLimits;
import viva.platform.service.jobs.ScheduledJobs;

/** Forgets what is older than the ledger is kept. Harmless when several replicas do it. */
@Singleton
class LedgerUpkeep {
    /** Far longer than an expense can be on its way to the ledger. */
    private static final Duration ERASED_KNOWN = Duration.ofDays(30);

    private final PgLedger table;
    private final Duration retention;
    private final ScheduledJobs jobs;

    LedgerUpkeep(PgLedger table, BudgetLimits limits, ScheduledJobs jobs) {
        this.table = table;
        this.jobs = jobs;
        this.retention = limits.ledgerRetention();
    }

    @Scheduled(every = "6h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        Map<String, Uni<Void>> tables = Map.of(
                "expenses", table.forget(now.minus(retention).toLocalDate()),
                "erased avatars", table.forgetErased(now.minus(ERASED_KNOWN)));
        return jobs.run(() -> jobs.each("forgetting old rows of the ledger", tables.keySet(), tables::get));
    }
}
