package viva.platform.messaging;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import viva.contracts.message.CloudEvent;

/**
 * Carries traces across the broker: the context of a message's making travels in its {@code traceparent} (CloudEvents' distributed tracing
 * extension, W3C Trace Context), through outbox rows, tables and queues alike, because it is a part of the envelope. Names and attributes follow
 * OpenTelemetry's conventions for messaging; they hold ids and no payloads. Does nothing while traces are off.
 */
@Singleton
public class MessageTraces {
    private static final String TRACEPARENT = "traceparent";
    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapSetter<Map<String, String>> WRITE = (carrier, key, value) -> carrier.put(key, value);
    private static final TextMapGetter<String> READ = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(TRACEPARENT);
        }

        @Override
        public String get(String traceparent, String key) {
            return TRACEPARENT.equals(key) ? traceparent : null;
        }
    };
    private static final MessageTraces OFF = new MessageTraces(OpenTelemetry.noop(), true);

    private final Tracer tracer;
    private final boolean off;

    /** Traces of the framework's telemetry, or none where it was left out of the build. */
    @Inject
    MessageTraces(
            Instance<OpenTelemetry> telemetry,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "false") boolean off) {
        this(telemetry.isResolvable() ? telemetry.get() : OpenTelemetry.noop(), off || !telemetry.isResolvable());
    }

    /**
     * Traces of {@code telemetry}.
     *
     * @param off whether there are none all the same: telemetry that is switched off still makes ids
     */
    public MessageTraces(OpenTelemetry telemetry, boolean off) {
        this.tracer = telemetry.getTracer("viva.messaging");
        this.off = off;
    }

    /** No traces. */
    public static MessageTraces off() {
        return OFF;
    }

    /**
     * The {@code traceparent} of a message that is being made: as a part of what the thread is doing, else of what its cause is part of, else a
     * trace of its own. Null while traces are off, unless its cause has one.
     *
     * @param cause the cause's {@code traceparent}, or null
     */
    String making(UUID id, String type, String cause) {
        if (off) {
            return cause;
        }
        Span span = begun("create " + type, SpanKind.PRODUCER, parent(cause), id, type);
        span.end();
        return carried(span);
    }

    /** Begins to work on a message from {@code queue}, as a part of what its maker was doing; its consumer ends the span. */
    Span delivered(String queue, CloudEvent<?> message) {
        if (off) {
            return Span.getInvalid();
        }
        Context maker = read(message.traceparent());
        Span span = begun("process " + queue, SpanKind.CONSUMER, maker, message.id(), message.type());
        span.setAttribute("messaging.destination.name", queue);
        span.setAttribute("viva.avatar.id", message.subject().toString());
        return span;
    }

    /** The message, with {@code span} as what its consequences are a part of. */
    static CloudEvent<?> within(Span span, CloudEvent<?> message) {
        return span.getSpanContext().isValid() ? message.tracedAs(carried(span)) : message;
    }

    private Span begun(String name, SpanKind kind, Context parent, UUID id, String type) {
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(parent)
                .setAttribute("messaging.system", "rabbitmq")
                .setAttribute("messaging.operation.type", kind == SpanKind.PRODUCER ? "create" : "process")
                .setAttribute("messaging.message.id", id.toString())
                .setAttribute("viva.message.type", type)
                .startSpan();
    }

    private static Context parent(String cause) {
        Context current = Context.current();
        return Span.fromContext(current).getSpanContext().isValid() ? current : read(cause);
    }

    private static Context read(String traceparent) {
        return traceparent == null ? Context.root() : W3C.extract(Context.root(), traceparent, READ);
    }

    private static String carried(Span span) {
        Map<String, String> carrier = new HashMap<>();
        W3C.inject(Context.root().with(span), carrier, WRITE);
        return carrier.get(TRACEPARENT);
    }
}
