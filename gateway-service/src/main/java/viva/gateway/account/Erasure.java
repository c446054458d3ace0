package viva.gateway.account;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import viva.contracts.AccountId;
import viva.gateway.backend.Avatars;
import viva.gateway.limit.Limits;
import viva.gateway.session.Revocations;
import viva.gateway.session.Sessions;
import viva.platform.service.jobs.ScheduledJobs;

/**
 * Erases accounts with everything that is theirs: sessions, then avatars (whose own services erase what they keep on hearing of it; the
 * avatar service makes no further ones for this account), then the account and the sessions that began meanwhile. Each step may be
 * repeated, so an erasure that was interrupted is taken up again until it is done.
 */
@Singleton
public class Erasure {
    private static final Logger LOG = Logger.getLogger(Erasure.class);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 20;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Revocations revocations;
    private final Avatars avatars;
    private final Limits limits;
    private final ScheduledJobs jobs;
    private final Clock clock = Clock.systemUTC();

    Erasure(
            Accounts accounts,
            Sessions sessions,
            Revocations revocations,
            Avatars avatars,
            Limits limits,
            ScheduledJobs jobs) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.revocations = revocations;
        this.avatars = avatars;
        this.limits = limits;
        this.jobs = jobs;
    }

    /**
     * Begins an erasure, if this is the account's password ({@link Accounts#confirm}); once this completes it will be finished, now or later. Answers
     * whether it is finished already.
     */
    public Uni<Boolean> erase(AccountId account, String currentPassword) {
        return accounts.confirm(account, currentPassword).chain(() -> erase(account));
    }

    /** Begins an erasure, or goes on with one. */
    Uni<Boolean> erase(AccountId account) {
        return accounts.beginErasure(account)
                .invoke(generation ->
                        generation.ifPresent(raised -> revocations.revoked(account, raised, Revocations.NOBODY)))
                .chain(() -> tryToFinish(account));
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> takeUpAgain() {
        Instant until = clock.instant().minus(LEFT_ALONE);
        return jobs.run(() -> jobs.eachOfPages(
                "erasing accounts", AT_ONCE, failed -> accounts.erasing(until, failed, AT_ONCE), this::finish));
    }

    private Uni<Boolean> tryToFinish(AccountId account) {
        return finish(account).replaceWith(true).onFailure().recoverWithItem(failure -> {
            LOG.warnf("the erasure of account %s will be taken up again: %s", account, failure.getMessage());
            return false;
        });
    }

    private Uni<Void> finish(AccountId account) {
        return sessions.closeAll(account, Revocations.NOBODY)
                .chain(() -> avatars.deleteAll(account))
                .chain(() -> limits.forget(account.toString()))
                .chain(() -> accounts.erase(account))
                .chain(() -> sessions.closeAll(account, Revocations.NOBODY));
    }
}
