package viva.platform.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;
import viva.contracts.message.CloudEvent;
import viva.platform.messaging.outage.RetryPolicy;

/**
 * How the messages of one queue are handled.
 *
 * @param limit how long one attempt may take
 * @param nanoTime a clock as {@link System#nanoTime()}
 */
record HandlingPlan(
        String queue,
        Function<CloudEvent<?>, Uni<Void>> work,
        Duration limit,
        RetryPolicy policy,
        Fates fates,
        OutageGuard guard,
        HandlingMetrics metrics,
        Vertx vertx,
        LongSupplier nanoTime) {

    /** One attempt. When it takes too long it fails and the work goes on: cancelled, it would keep a connection of its pool. */
    Uni<Void> attempt(CloudEvent<?> message) {
        Uni<Void> detached = Uni.createFrom()
                .emitter(emitter -> Uni.createFrom()
                        .deferred(() -> work.apply(message))
                        .subscribe()
                        .with(emitter::complete, emitter::fail));
        return detached.ifNoItem().after(limit).fail();
    }
}
