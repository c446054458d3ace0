package viva.gateway.token;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKeySet;

/** The signing keys as this process knows them; read again every half minute. */
@Singleton
class SigningKeys {
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final int BEFORE_ANYTHING_SIGNS = 100;

    private final PgSigningKeys stored;
    private final Clock clock = Clock.systemUTC();
    private volatile List<SigningKey> known = List.of();

    SigningKeys(PgSigningKeys stored) {
        this.stored = stored;
    }

    void start(@Observes @Priority(BEFORE_ANYTHING_SIGNS) StartupEvent event) {
        refresh().await().atMost(START_PATIENCE);
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return stored.current(clock.instant()).invoke(keys -> known = keys).replaceWithVoid();
    }

    /** The key that signs now: the youngest one whose time has come. */
    SigningKey signing() {
        Instant now = clock.instant();
        return known.stream()
                .filter(key -> key.maySign(now))
                .max(Comparator.comparing(SigningKey::signsFrom))
                .orElseThrow(() -> new IllegalStateException("no signing key is known"));
    }

    Optional<SigningKey> find(String id) {
        return known.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** The public halves as a JWKS document (RFC 7517). */
    String published() {
        return new JsonWebKeySet(known.stream().map(SigningKey::publicKey).toList()).toJson();
    }
}
