package viva.gateway.session;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import viva.contracts.AccountId;

/**
 * Tells of every token whether what it was given for has ended since. The answer comes from memory; what another replica revoked is
 * read from the database every second.
 */
@Singleton
public class Revocations {
    /** The session that is spared when none is. */
    public static final UUID NOBODY = new UUID(0, 0);

    private static final Logger LOG = Logger.getLogger(Revocations.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final int BEFORE_ANYTHING_IS_ASKED = 100;

    /** A transaction may become visible that much after the instant that it wrote down. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final PgRevocations stored;
    private final TokenLifetime lifetime;
    private final RevocationList known = new RevocationList();
    private volatile Instant readUntil = Instant.EPOCH;

    Revocations(PgRevocations stored, TokenLifetime lifetime, MeterRegistry metrics) {
        this.stored = stored;
        this.lifetime = lifetime;
        Gauge.builder("viva.gateway.revocations", known, RevocationList::size)
                .description("sessions and accounts whose tokens are refused although they have not expired")
                .register(metrics);
    }

    void start(@Observes @Priority(BEFORE_ANYTHING_IS_ASKED) StartupEvent event) {
        learn().await().atMost(START_PATIENCE);
    }

    /** Whether what the token was given for has ended. Never waits. */
    public boolean isRevoked(Access access) {
        return known.isRevoked(access);
    }

    /** Ends one session everywhere; once this completes, here. */
    public Uni<Void> revoke(UUID session) {
        return stored.revoke(session).invoke(known::add).replaceWithVoid();
    }

    /** Takes in here at once what the database's {@code revoke_account} has told all replicas. */
    public void revoked(AccountId account, int generation, UUID spared) {
        known.add(new Revocation.OfAccount(AccountDigest.of(account), generation, spared, readUntil));
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> follow() {
        return learn().onFailure()
                .invoke(failure -> LOG.debugf("revocations cannot be read: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> learn() {
        return Uni.createFrom()
                .deferred(() -> stored.since(readUntil.equals(Instant.EPOCH) ? readUntil : readUntil.minus(OVERLAP)))
                .invoke(reading -> {
                    reading.revocations().forEach(known::add);
                    readUntil = reading.at();
                })
                .replaceWithVoid();
    }

    @Scheduled(every = "10m", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        known.forget(readUntil.minus(lifetime.longest()));
        return stored.forget(lifetime.longest());
    }
}
