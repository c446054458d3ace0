package viva.platform.messaging;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jboss.logging.Logger;
import viva.contracts.message.CloudEvent;
import viva.platform.messaging.outage.Fate;
import viva.platform.messaging.outage.RetryPolicy.Next;

/**
 * Handles the messages of some avatars one after the other. Its attempts are its worker's, each on a fresh duplicate of the worker's Vert.x
 * context; between two attempts the worker is free for other lanes. All of its state belongs to that context's thread.
 */
final class Lane {
    private static final Logger LOG = Logger.getLogger(Lane.class);

    private final Worker worker;
    private final Context context;
    private final HandlingPlan plan;
    private final Queue<Place> waiting = new ArrayDeque<>();
    private boolean busy;

    Lane(Worker worker, HandlingPlan plan) {
        this.worker = worker;
        this.context = worker.context();
        this.plan = plan;
    }

    /**
     * An attempt to handle a message.
     *
     * @param bugs attempts before that met a bug
     * @param outages attempts before that met an outage
     * @param firstNanos when the first of all began
     * @param begunNanos when this one began
     */
    private record Attempt(Place place, int bugs, int outages, long firstNanos, long begunNanos) {
        Delivery delivery() {
            return place.delivery();
        }

        CloudEvent<?> message() {
            return delivery().message();
        }

        /** The same one as it begins now. */
        Attempt begunAt(long nanos) {
            boolean first = bugs + outages == 0;
            return new Attempt(place, bugs, outages, first ? nanos : firstNanos, nanos);
        }
    }

    /** Takes a message from any thread; the consumer's prefetch bounds how many wait. */
    void accept(Place place) {
        context.runOnContext(ignored -> {
            waiting.add(place);
            if (!busy) {
                next();
            }
        });
    }

    private void next() {
        Place place = waiting.poll();
        busy = place != null;
        if (busy && place.reached(this::proceed)) {
            begin(new Attempt(place, 0, 0, 0, 0));
        }
    }

    private void proceed() {
        context.runOnContext(_ -> next());
    }

    private void leave(Attempt attempt) {
        attempt.place().leave();
        next();
    }

    /** What went back to the broker meanwhile is left alone. */
    private boolean isGone(Attempt attempt) {
        boolean gone = attempt.delivery().isGone();
        if (gone) {
            attempt.delivery().abandon();
            leave(attempt);
        }
        return gone;
    }

    private void begin(Attempt attempt) {
        worker.begin(() -> {
            if (isGone(attempt)) {
                worker.done();
            } else {
                make(attempt.begunAt(plan.nanoTime().getAsLong()));
            }
        });
    }

    private void make(Attempt attempt) {
        Context fresh = VertxContext.createNewDuplicatedContext(context);
        VertxContextSafetyToggle.setContextSafe(fresh, true);
        fresh.runOnContext(ignored -> {
            MessageLog.about(attempt.message());
            attempt.delivery().handling().attach();
            plan.attempt(attempt.message())
                    .subscribe()
                    .with(
                            done -> settled(context, () -> succeeded(attempt)),
                            // On the attempt's own context, whose thread is the lane's: it alone keeps what a line is
                            // about.
                            failure -> settled(
                                    fresh, () -> MessageLog.about(attempt.message(), () -> failed(attempt, failure))));
        });
    }

    private void settled(Context where, Runnable acknowledgement) {
        where.runOnContext(ignored -> {
            try {
                acknowledgement.run();
            } finally {
                worker.done();
            }
        });
    }

    private void succeeded(Attempt attempt) {
        plan.guard().handled();
        attempt.delivery().ack();
        leave(attempt);
    }

    private void failed(Attempt attempt, Throwable failure) {
        if (isGone(attempt)) {
            return;
        }
        switch (plan.fates().of(failure)) {
            case Fate.Unhandleable fate -> goOn(attempt, fate, 1, failure);
            case Fate.Bug fate -> goOn(bug(attempt), fate, attempt.bugs() + 1, failure);
            case Fate.Waits fate -> {
                plan.guard().failed(fate.outage(), attempt.begunNanos());
                goOn(outage(attempt), fate, attempt.outages() + 1, failure);
            }
        }
    }

    private static Attempt bug(Attempt last) {
        return new Attempt(last.place(), last.bugs() + 1, last.outages(), last.firstNanos(), last.begunNanos());
    }

    private static Attempt outage(Attempt last) {
        return new Attempt(last.place(), last.bugs(), last.outages() + 1, last.firstNanos(), last.begunNanos());
    }

    /** @param tries attempts so far that met the same fate */
    private void goOn(Attempt last, Fate fate, int tries, Throwable failure) {
        Duration troubled = Duration.ofNanos(plan.nanoTime().getAsLong() - last.firstNanos());
        CloudEvent<?> message = last.message();
        switch (plan.policy().after(fate, tries, troubled)) {
            case Next.Dead(String why) -> {
                LOG.errorf(
                        failure,
                        "%s %s is now in %s: %s",
                        message.type(),
                        message.id(),
                        Topology.deadLettersOf(plan.queue()),
                        why);
                last.delivery().reject();
                leave(last);
            }
            case Next.Again(Duration pause) -> {
                LOG.warnf("%s %s failed (%s), it is tried again", message.type(), message.id(), failure);
                plan.metrics().retried(message);
                last.delivery().handling().failed(failure);
                var _ = plan.vertx()
                        .setTimer(Math.max(1, pause.toMillis()), _ -> context.runOnContext(_ -> begin(last)));
            }
        }
    }
}
