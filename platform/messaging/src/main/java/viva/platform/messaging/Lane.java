package viva.platform.messaging;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jboss.logging.Logger;
import viva.contracts.message.CloudEvent;

/**
 * Handles the messages of some avatars one after the other, each attempt on a fresh duplicate of the lane's own Vert.x context.
 * All of its state belongs to that context's thread.
 */
final class Lane {
    private static final Logger LOG = Logger.getLogger(Lane.class);

    private final Vertx vertx;
    private final Context context;
    private final QueueHandler handler;
    private final MessagingConfig config;
    private final HandlingMetrics metrics;
    private final Queue<Delivery> waiting = new ArrayDeque<>();
    private boolean busy;

    Lane(Vertx vertx, Context context, QueueHandler handler, MessagingConfig config, HandlingMetrics metrics) {
        this.vertx = vertx;
        this.context = context;
        this.handler = handler;
        this.config = config;
        this.metrics = metrics;
    }

    /** Takes a message from any thread; the consumer's prefetch bounds how many wait. */
    void accept(Delivery delivery) {
        context.runOnContext(ignored -> {
            waiting.add(delivery);
            if (!busy) {
                next();
            }
        });
    }

    private void next() {
        Delivery delivery = waiting.poll();
        busy = delivery != null;
        if (busy) {
            attempt(delivery, 1);
        }
    }

    private void attempt(Delivery delivery, int attempt) {
        Context fresh = VertxContext.createNewDuplicatedContext(context);
        VertxContextSafetyToggle.setContextSafe(fresh, true);
        fresh.runOnContext(ignored -> {
            MessageLog.about(delivery.message());
            delivery.handling().attach();
            handle(delivery.message())
                    .subscribe()
                    .with(
                            done -> settled(context, () -> succeeded(delivery)),
                            // On the attempt's own context, whose thread is the lane's: it alone keeps what a line is
                            // about.
                            failure -> settled(
                                    fresh,
                                    () -> MessageLog.about(
                                            delivery.message(), () -> failed(delivery, attempt, failure))));
        });
    }

    private Uni<Void> handle(CloudEvent<?> message) {
        return Uni.createFrom().deferred(() -> handler.handle(message));
    }

    private static void settled(Context where, Runnable verdict) {
        where.runOnContext(ignored -> verdict.run());
    }

    private void succeeded(Delivery delivery) {
        delivery.ack();
        next();
    }

    private void failed(Delivery delivery, int attempt, Throwable failure) {
        CloudEvent<?> message = delivery.message();
        if (attempt >= config.attempts() || failure instanceof UnhandleableMessage) {
            LOG.errorf(
                    failure,
                    "%s %s failed %d times, it is now in %s",
                    message.type(),
                    message.id(),
                    attempt,
                    Topology.deadLettersOf(handler.queue()));
            delivery.reject();
            next();
            return;
        }
        LOG.warnf(
                "%s %s failed (%s), attempt %d of %d follows",
                message.type(), message.id(), failure, attempt + 1, config.attempts());
        metrics.retried(message);
        delivery.handling().failed(failure);
        long delay = Math.min(
                config.firstRetryDelay().toMillis() << (attempt - 1),
                config.longestRetryDelay().toMillis());
        vertx.setTimer(delay, timer -> settled(context, () -> attempt(delivery, attempt + 1)));
    }
}
