package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.MatchMutualV1;
import viva.contracts.message.TypingV1;

class MessageTracesTest {
    private static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");
    private static final AvatarId SOL = AvatarId.of("0198c0de-0000-7000-8000-000000000002");
    private static final MatchMutualV1 MUTUAL = new MatchMutualV1(LUNA, SOL, "Sol");
    private static final String CALLER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();
    private final MessageTraces traces = new MessageTraces(telemetry, false);
    private final MessageFactory messages = new MessageFactory("test", traces);

    @Test
    void a_message_that_nothing_caused_begins_a_trace() {
        CloudEvent<MatchMutualV1> message = messages.first(MUTUAL);

        assertThat(message.traceparent()).isEqualTo(contextOf(only()));
        assertThat(only().getParentSpanContext().isValid()).isFalse();
        assertThat(only().getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(only().getName()).isEqualTo("create match.mutual.v1");
    }

    @Test
    void a_message_is_a_part_of_what_the_thread_does_before_it_is_a_part_of_its_cause() {
        CloudEvent<MatchMutualV1> cause = messages.first(MUTUAL).tracedAs(CALLER);
        spans.reset();

        CloudEvent<MatchMutualV1> later = messages.causedBy(cause, UUID.randomUUID(), null, MUTUAL);
        assertThat(only().getParentSpanContext().getTraceId()).isEqualTo(CALLER.substring(3, 35));
        assertThat(later.traceparent()).isEqualTo(contextOf(only()));
        spans.reset();

        Span work = telemetry.getTracer("test").spanBuilder("work").startSpan();
        try (Scope _ = work.makeCurrent()) {
            messages.causedBy(cause, UUID.randomUUID(), null, MUTUAL);
        }
        assertThat(only().getParentSpanId()).isEqualTo(work.getSpanContext().getSpanId());
    }

    @Test
    void a_consumer_works_on_the_message_as_a_part_of_its_own_span() {
        CloudEvent<MatchMutualV1> message = messages.first(MUTUAL).tracedAs(CALLER);
        spans.reset();

        Span span = traces.delivered("gateway.timeline", message);
        CloudEvent<?> handed = MessageTraces.within(span, message);
        span.end();

        assertThat(only().getParentSpanContext().getSpanId()).isEqualTo(CALLER.substring(36, 52));
        assertThat(only().getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(handed.traceparent()).isEqualTo(contextOf(only()));
        assertThat(handed.tracedAs(CALLER)).isEqualTo(message);
    }

    @Test
    void a_live_frame_is_no_span() {
        assertThat(messages.first(new TypingV1(LUNA)).traceparent()).isNull();
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void switched_off_nothing_is_stamped_and_messages_are_handed_over_as_they_are() {
        MessageTraces off = new MessageTraces(telemetry, true);
        MessageFactory silent = new MessageFactory("test", off);

        CloudEvent<MatchMutualV1> message = silent.first(MUTUAL);

        assertThat(message.traceparent()).isNull();
        assertThat(MessageTraces.within(off.delivered("gateway.timeline", message), message))
                .isSameAs(message);
        assertThat(silent.causedBy(message.tracedAs(CALLER), UUID.randomUUID(), null, MUTUAL)
                        .traceparent())
                .as("what others began is carried on")
                .isEqualTo(CALLER);
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    private SpanData only() {
        List<SpanData> finished = spans.getFinishedSpanItems();
        assertThat(finished).hasSize(1);
        return finished.getFirst();
    }

    private static String contextOf(SpanData span) {
        return "00-%s-%s-01".formatted(span.getTraceId(), span.getSpanId());
    }
}
