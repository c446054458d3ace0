package viva.platform.messaging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import viva.contracts.message.CloudEvent;

/** What is observed of one delivery until it has its acknowledgement. */
final class Handling {
    private final CloudEvent<?> message;
    private final HandlingMetrics.Deliveries deliveries;
    private final Span span;

    Handling(CloudEvent<?> message, HandlingMetrics.Deliveries deliveries, Span span) {
        this.message = message;
        this.deliveries = deliveries;
        this.span = span;
        deliveries.delivered(message);
    }

    /** Makes everything on this duplicate of a Vert.x context a part of the work; it ends with the duplicate. */
    void attach() {
        if (span.getSpanContext().isValid()) {
            var _ = ContextStorage.get().attach(Context.root().with(span));
        }
    }

    void done() {
        deliveries.handled(message);
        span.end();
    }

    void dead() {
        deliveries.dead(message);
        span.setStatus(StatusCode.ERROR, "dead letter");
        span.end();
    }

    boolean isGone() {
        return deliveries.isGone();
    }

    /** There is no acknowledgement: the broker hands the message out again. */
    void abandoned() {
        span.addEvent("returned");
        span.end();
    }

    /** An attempt failed, and another one follows. */
    void failed(Throwable failure) {
        span.addEvent("retry: " + failure.getClass().getSimpleName());
    }
}
