package viva.gateway.account;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import viva.platform.service.context.OwnContext;
import viva.platform.service.problem.OperatingFailures;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/**
 * Hashes and checks passwords beside the event loop, by Argon2id (RFC 9106) with 19 MiB, two passes and one lane (OWASP Password
 * Storage Cheat Sheet, 2024): about 30 ms of one core. Hashes are PHC strings, and one with other parameters is checked by its own.
 * Two at once and a short fair queue: a flood takes two cores and 38 MiB and not more, and holds up nobody but its own party.
 */
@Singleton
class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final int AT_ONCE = 2;
    private static final int WAITING = 256;
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final ExecutorService hashing = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("password-", 0).daemon().factory());
    private final FairQueue<Runnable> waiting = new FairQueue<>(WAITING);
    private int running;

    private final OperatingFailures operating;

    /** What an unknown login is checked against, so that it takes as long as a known one. */
    private final String nobody = argon2.encode("nobody has this password");

    Passwords(OperatingFailures operating) {
        this.operating = operating;
    }

    /**
     * What came of a check.
     *
     * @param better the hash to store instead, when the one that was checked has weaker parameters than new ones; only for the right
     *     password
     */
    record Checked(boolean isRight, Optional<String> better) {}

    Uni<String> hash(Party party, String password) {
        return apart(party, () -> argon2.encode(password));
    }

    /** Whether it is the password behind {@code hash}; never when {@code hash} is null, after the same time. */
    Uni<Checked> check(Party party, String password, String hash) {
        return apart(party, () -> {
            boolean isRight = argon2.matches(password, hash == null ? nobody : hash) && hash != null;
            return new Checked(
                    isRight,
                    isRight && argon2.upgradeEncoding(hash) ? Optional.of(argon2.encode(password)) : Optional.empty());
        });
    }

    /** Runs on the pool and comes back to where it was called, because a Hibernate session lives on one context. */
    private <T> Uni<T> apart(Party party, Supplier<T> work) {
        return OwnContext.returning(Uni.createFrom().emitter(emitter -> submit(party, emitter, work)));
    }

    private <T> void submit(Party party, UniEmitter<? super T> emitter, Supplier<T> work) {
        FairQueue.Verdict verdict = enqueue(party, () -> {
            try {
                emitter.complete(work.get());
            } catch (RuntimeException | Error failure) {
                emitter.fail(failure);
            }
        });
        switch (verdict) {
            case WAITS -> {}
            case LINE_IS_FULL ->
                emitter.fail(Rejected.of(ProblemType.TOO_MANY_REQUESTS, "Too many passwords at once")
                        .retryAfter(COME_BACK));
            case QUEUE_IS_FULL ->
                emitter.fail(operating.full("passwords", "Too many people are signing in right now", COME_BACK));
        }
    }

    private synchronized FairQueue.Verdict enqueue(Party party, Runnable work) {
        FairQueue.Verdict verdict = waiting.offer(party, work);
        if (verdict == FairQueue.Verdict.WAITS && running < AT_ONCE) {
            running++;
            hashing.execute(this::work);
        }
        return verdict;
    }

    private void work() {
        for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
            next.get().run();
        }
    }

    private synchronized Optional<Runnable> next() {
        Optional<Runnable> next = waiting.poll();
        if (next.isEmpty()) {
            running--;
        }
        return next;
    }

    @PreDestroy
    void close() {
        hashing.shutdownNow();
    }
}
