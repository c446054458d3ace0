package viva.platform.service.problem;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Failures that pass by themselves and are nobody's bug: a pool or a queue of this process is full, or a server that it needs is away.
 * The caller gets 503 with the advice to come back. Each counts in the metric {@code viva.overflow} (tag {@code pool}) and has one line
 * in the log, at most one a second of each kind: a flood of refusals must not become a flood of lines.
 */
@Singleton
public class OperatingFailures {
    private static final Logger LOG = Logger.getLogger(OperatingFailures.class);
    private static final String METRIC = "viva.overflow";
    private static final String TAG = "pool";
    private static final Duration COME_BACK = Duration.ofSeconds(2);
    private static final long LINE_EVERY_NANOS = 1_000_000_000L;

    /** Causes that are looked through; a longer chain is a circle. */
    private static final int MOST_CAUSES = 16;

    /**
     * What the clients of servers say when one is gone or not there yet, and of it what says so when the class alone does not. By name,
     * because not every service has every client. States of PostgreSQL: shutting down or starting (57P0x), too many connections (53300).
     */
    private static final Map<String, List<String>> GONE = Map.of(
            "io.vertx.sqlclient.ClosedConnectionException", List.of(""),
            "io.vertx.pgclient.PgException", List.of("(57P0", "(53300)"),
            "io.vertx.redis.client.impl.types.ErrorType", List.of("CONNECTION_CLOSED"));

    private final MeterRegistry metrics;
    private final Map<String, AtomicLong> lastLines = new ConcurrentHashMap<>();

    private enum Kind {
        CONNECTIONS("connections", "a connection pool of this process is full"),
        WORKERS("workers", "the queue of an executor is full"),
        AWAY("away", "a server that is needed does not answer");

        private final String pool;
        private final String line;

        Kind(String pool, String line) {
            this.pool = pool;
            this.line = line;
        }
    }

    private record Found(Kind kind, Throwable cause) {}

    public OperatingFailures(MeterRegistry metrics) {
        this.metrics = metrics;
        for (Kind kind : Kind.values()) {
            metrics.counter(METRIC, TAG, kind.pool);
        }
    }

    /** What the caller is told of {@code failure}; empty when it is no operating failure. Counts it and logs it. */
    public Optional<Rejected> rejection(Throwable failure) {
        return find(failure).map(this::refusal);
    }

    /** As {@link #rejection}, of a pool or a queue that is full alone. */
    public Optional<Rejected> overflow(Throwable failure) {
        return find(failure).filter(found -> found.kind != Kind.AWAY).map(this::refusal);
    }

    /** The refusal of a queue of the service's own that is full: counted under its name and told in the log as the pools are. */
    public Rejected full(String queue, String detail, Duration comeBack) {
        metrics.counter(METRIC, TAG, queue).increment();
        if (mayTell(queue)) {
            LOG.warnf("the queue %s is full", queue);
        }
        return Rejected.of(ProblemType.UNAVAILABLE, detail).retryAfter(comeBack);
    }

    private static Optional<Found> find(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            Optional<Kind> kind = kind(cause);
            if (kind.isPresent()) {
                return Optional.of(new Found(kind.get(), cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Optional<Kind> kind(Throwable cause) {
        return switch (cause) {
            case ConnectionPoolTooBusyException full -> Optional.of(Kind.CONNECTIONS);
            case RejectedExecutionException full -> Optional.of(Kind.WORKERS);
            case ConnectException away -> Optional.of(Kind.AWAY);
            default -> isGone(cause) ? Optional.of(Kind.AWAY) : Optional.empty();
        };
    }

    private static boolean isGone(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return GONE.getOrDefault(cause.getClass().getName(), List.of()).stream().anyMatch(message::contains);
    }

    private Rejected refusal(Found found) {
        metrics.counter(METRIC, TAG, found.kind.pool).increment();
        if (mayTell(found.kind.pool)) {
            LOG.warnf("%s: %s", found.kind.line, found.cause.getMessage());
        }
        return Rejected.of(ProblemType.UNAVAILABLE, "Too much is asked right now; try again in a moment")
                .retryAfter(COME_BACK);
    }

    private boolean mayTell(String pool) {
        long now = System.nanoTime();
        AtomicLong last = lastLines.computeIfAbsent(pool, first -> new AtomicLong(now - LINE_EVERY_NANOS));
        long before = last.get();
        return now - before >= LINE_EVERY_NANOS && last.compareAndSet(before, now);
    }
}
