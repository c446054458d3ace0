package viva.avatar.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.avatar.rest.Owner;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.RememberV1;
import viva.platform.messaging.Broker;
import viva.platform.messaging.Envelopes;
import viva.platform.messaging.HandlingMetrics;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.MessageTraces;
import viva.platform.messaging.QueueConsumer;
import viva.platform.messaging.Topology;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.VivaServers;

/** With traces on, as {@code VIVA_TRACES} switches them on, and real servers. */
@QuarkusTest
@TestProfile(TracesTest.Traced.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "avatar"))
class TracesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final WorldTime EVENING = WorldTime.parse("2030-01-01T17:00:00Z");

    @ConfigProperty(name = "viva.messaging.url")
    String url;

    @Inject
    InMemorySpanExporter spans;

    @Inject
    Broker broker;

    @Inject
    MessageTraces traces;

    private final Owner ana = Owner.anew();

    @BeforeEach
    void forget() {
        ManagementPort.awaitReady();
        spans.reset();
    }

    @Test
    void one_trace_goes_from_a_request_through_outbox_and_broker_to_a_consumer() {
        Recorder<CloudEvent<?>> heard = new Recorder<>();
        QueueConsumer consumer = new QueueConsumer(
                broker.consuming(),
                Topology.RELATIONSHIP_AVATARS,
                100,
                HandlingMetrics.of(new SimpleMeterRegistry(), Topology.RELATIONSHIP_AVATARS),
                traces,
                delivery -> {
                    heard.accept(delivery.message());
                    delivery.ack();
                });
        consumer.start().await().indefinitely();

        ana.asks()
                .header("traceparent", "00-" + TRACE + "-" + CALLER + "-01")
                .body(Owner.LUNA)
                .post("/avatars")
                .then()
                .statusCode(201);

        await().untilAsserted(
                        () -> assertThat(traced("process relationship.avatars")).hasSize(1));
        await().untilAsserted(() -> assertThat(traced("POST /avatars")).hasSize(1));
        consumer.stop().await().indefinitely();
        SpanData consumed = traced("process relationship.avatars").getFirst();
        SpanData made = traced("create avatar.created.v1").getFirst();
        SpanData request = traced("POST /avatars").getFirst();
        assertThat(request.getParentSpanId()).isEqualTo(CALLER);
        assertThat(request.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(made.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(made.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(consumed.getParentSpanId()).isEqualTo(made.getSpanId());
        assertThat(consumed.getKind()).isEqualTo(SpanKind.CONSUMER);
        CloudEvent<?> event = heard.snapshot().stream()
                .filter(message -> message.traceparent().contains(TRACE))
                .findFirst()
                .orElseThrow();
        assertThat(event.traceparent()).isEqualTo("00-" + TRACE + "-" + consumed.getSpanId() + "-01");
        assertThat(attribute(consumed, "messaging.message.id"))
                .isEqualTo(event.id().toString());
        assertThat(attribute(consumed, "viva.avatar.id"))
                .isEqualTo(event.subject().toString());
    }

    @Test
    void what_a_consumer_does_and_says_is_a_part_of_the_same_trace() throws Exception {
        String luna = ana.createsLuna();
        spans.reset();
        RememberV1 request = new RememberV1(
                AvatarId.of(luna), new MessageId(UUID.randomUUID()), "dream", "I flew.", 0.2, List.of(), EVENING);
        CloudEvent<RememberV1> asked = new MessageFactory("life", MessageTraces.off())
                .first(UUID.randomUUID(), EVENING, request)
                .tracedAs("00-" + TRACE + "-" + CALLER + "-01");

        try (EventTap tap = new EventTap(url, "memory.formed.*")) {
            tap.ask("avatar.memories", Envelopes.encode(asked));
            await().untilAsserted(() -> assertThat(tap.bodies()).hasSize(1));
            await().untilAsserted(
                            () -> assertThat(named("process avatar.memories")).hasSize(1));

            SpanData consumed = named("process avatar.memories").getFirst();
            SpanData made = named("create memory.formed.v1").getFirst();
            assertThat(consumed.getTraceId()).isEqualTo(TRACE);
            assertThat(consumed.getParentSpanId()).isEqualTo(CALLER);
            assertThat(made.getParentSpanId()).isEqualTo(consumed.getSpanId());
            CloudEvent<?> said = Envelopes.decode(tap.bodies().getFirst().getBytes(StandardCharsets.UTF_8));
            assertThat(said.traceparent()).isEqualTo("00-" + TRACE + "-" + made.getSpanId() + "-01");
            assertThat(spans.getFinishedSpanItems())
                    .filteredOn(span -> span.getKind() == SpanKind.CLIENT)
                    .isNotEmpty()
                    .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(consumed.getSpanId()));
        }
    }

    @Test
    void no_span_holds_a_word_or_a_token_of_anybody_and_looking_at_the_outbox_is_no_trace() {
        ana.asks().body(Owner.LUNA).post("/avatars?token=a-secret").then().statusCode(201);
        await().untilAsserted(
                        () -> assertThat(named("create avatar.created.v1")).hasSize(1));
        await().untilAsserted(() -> assertThat(named("POST /avatars")).hasSize(1));

        assertThat(spans.getFinishedSpanItems()).allSatisfy(span -> {
            assertThat(span.toString()).doesNotContain("Luna", "Looks up.", "a-secret");
            assertThat(span.getKind() == SpanKind.CLIENT
                            && !span.getParentSpanContext().isValid())
                    .as(span.getName())
                    .isFalse();
        });
    }

    /** Of the trace that this test began: what other tests made may still be on its way. */
    private List<SpanData> traced(String name) {
        return named(name).stream()
                .filter(span -> span.getTraceId().equals(TRACE))
                .toList();
    }

    private List<SpanData> named(String name) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private static String attribute(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }

    public static class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.traces.exporter", "none");
        }
    }
}
