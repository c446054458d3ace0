package viva.gateway.account;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import viva.platform.service.problem.OperatingFailures;

/**
 * Hashes and checks passwords beside the event loop. Few at once and a short queue: a flood of sign-ins takes two cores and 38 MiB
 * and not more, and whoever finds the queue full is told to come back.
 */
@Singleton
class Passwords {
    private static final int THREADS = 2;
    private static final int WAITING = 64;
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final ThreadPoolExecutor hashing = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("password-", 0).daemon().factory());

    private final OperatingFailures operating;

    /** What an unknown login is checked against, so that it takes as long as a known one. */
    private final String nobody = Argon2id.hash("nobody has this password");

    Passwords(OperatingFailures operating) {
        this.operating = operating;
    }

    Uni<String> hash(String password) {
        return apart(() -> Argon2id.hash(password));
    }

    /** Whether it is the password behind {@code hash}; never when {@code hash} is null, after the same time. */
    Uni<Boolean> matches(String password, String hash) {
        return apart(() -> Argon2id.matches(password, hash == null ? nobody : hash) && hash != null);
    }

    /** Runs on the pool and comes back to where it was called, because a Hibernate session lives on one context. */
    private <T> Uni<T> apart(Supplier<T> work) {
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom()
                        .item(work)
                        .runSubscriptionOn(hashing)
                        .onFailure(RejectedExecutionException.class)
                        .transform(full ->
                                operating.full("passwords", "Too many people are signing in right now", COME_BACK))
                        .emitOn(caller()));
    }

    private static Executor caller() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(ignored -> work.run());
    }

    @PreDestroy
    void close() {
        hashing.shutdownNow();
    }
}
