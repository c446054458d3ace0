package viva.platform.service.jobs;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Scheduled jobs and the shutdown of their process. The scheduler starts jobs until it is destroyed, which is after the pools were closed; so it is paused
 * first of all. A job that is at work then ends before its next step, and a failure of it is not reported.
 */
@Singleton
public class ScheduledJobs {
    private static final int BEFORE_EVERYBODY_ELSE = 1;

    private final Scheduler scheduler;
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
        return Uni.createFrom()
                .<Boolean>deferred(() -> stopping
                        ? Uni.createFrom().failure(new CancellationException("the process stops"))
                        : step.get())
                .repeat()
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni();
    }
}
