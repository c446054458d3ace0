package viva.platform.service.jobs;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Scheduled jobs and the shutdown of their process. The scheduler starts jobs until it is destroyed, which is after the pools were closed; so it is paused
 * first of all. A job that is at work then ends before its next step, and a failure of it is not reported.
 */
@Singleton
public class ScheduledJobs {
    private static final Logger LOG = Logger.getLogger(ScheduledJobs.class);
    private static final int BEFORE_EVERYBODY_ELSE = 1;

    private final Scheduler scheduler;

    /** What failed in the latest run of each job. */
    private final Map<String, Set<?>> failing = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    public ScheduledJobs(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void stop(@Observes @Priority(BEFORE_EVERYBODY_ELSE) ShutdownEvent event) {
        stopping = true;
        scheduler.pause();
    }

    /** Runs a job; it ends without a failure when the process stops. */
    public Uni<Void> run(Supplier<Uni<? extends Void>> job) {
        return Uni.createFrom()
                .<Void>deferred(job)
                .onFailure(failure -> stopping)
                .recoverWithNull();
    }

    /**
     * Runs a step of a job again and again as long as it answers that there may be more to do; fails when the process stops. A loop, so that the stack is as
     * deep after the last step as after the first: steps that chain the next one nest, and some thousands of them are too many for the stack.
     */
    public Uni<Void> repeat(Supplier<Uni<? extends Boolean>> step) {
        return next(step).repeat().whilst(more -> more).onItem().ignoreAsUni();
    }

    private <T> Uni<T> next(Supplier<Uni<? extends T>> step) {
        return Uni.createFrom()
                .<T>deferred(() -> stopping
                        ? Uni.createFrom().failure(new CancellationException("the process stops"))
                        : step.get());
    }

    /**
     * Does a job for one item after the other. An item for which it fails waits for the next run, and holds up none of the others; the first failure of a
     * run is logged when it is of an item that did not fail in the run before. Fails only when the process stops.
     *
     * @param job its name, for the log
     * @param items each of which tells by {@code equals} and {@code toString} which one it is
     */
    public <T> Uni<Void> each(String job, Collection<T> items, Function<T, Uni<?>> step) {
        return Uni.createFrom().deferred(() -> {
            Map<T, Throwable> failed = new LinkedHashMap<>();
            return attempt(items, step, failed).invoke(() -> note(job, items.size(), failed));
        });
    }

    /**
     * As {@link #each}, for items of which a page is read after the other: all pages are one run, and what failed in a page is neither in the next one nor
     * forgotten with it.
     *
     * @param size of a page: a smaller one is the last
     * @param page the next items that are left to do, without as many of the first as it is told: they failed in this run
     */
    public <T> Uni<Void> eachOfPages(String job, int size, IntFunction<Uni<List<T>>> page, Function<T, Uni<?>> step) {
        return Uni.createFrom().deferred(() -> {
            Map<T, Throwable> failed = new LinkedHashMap<>();
            AtomicInteger items = new AtomicInteger();
            return repeat(() -> page.apply(failed.size())
                            .invoke(found -> items.addAndGet(found.size()))
                            .call(found -> attempt(found, step, failed))
                            .map(found -> found.size() == size))
                    .invoke(() -> note(job, items.get(), failed));
        });
    }

    private <T> Uni<Void> attempt(Collection<T> items, Function<T, Uni<?>> step, Map<T, Throwable> failed) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> attempt(item, step, failed))
                .onItem()
                .ignoreAsUni();
    }

    private <T> Uni<?> attempt(T item, Function<T, Uni<?>> step, Map<T, Throwable> failed) {
        return next(() -> step.apply(item).replaceWithVoid())
                .onFailure(_ -> !stopping)
                .recoverWithUni(failure -> {
                    failed.put(item, failure);
                    return Uni.createFrom().voidItem();
                });
    }

    private <T> void note(String job, int items, Map<T, Throwable> failed) {
        Set<?> before = failing.put(job, Set.copyOf(failed.keySet()));
        failed.entrySet().stream()
                .filter(failure -> before == null || !before.contains(failure.getKey()))
                .findFirst()
                .ifPresent(failure -> LOG.warnf(
                        "%s: %d of %d wait for the next run, such as %s: %s",
                        job, failed.size(), items, failure.getKey(), failure.getValue()));
    }
}
