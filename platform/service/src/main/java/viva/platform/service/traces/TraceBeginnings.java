package viva.platform.service.traces;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * A trace begins with a request, or with a message that nothing caused. A statement to a database begins none: outboxes and leases are looked at
 * several times a second.
 */
@Singleton
class TraceBeginnings {
    @Produces
    @Singleton
    Sampler sampler(TraceConfig config) {
        return Sampler.parentBased(new Beginnings(Sampler.traceIdRatioBased(config.ratio())));
    }

    private record Beginnings(Sampler ratio) implements Sampler {
        @Override
        public SamplingResult shouldSample(
                Context parent, String trace, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
            return switch (kind) {
                case SERVER, PRODUCER, CONSUMER -> ratio.shouldSample(parent, trace, name, kind, attributes, links);
                case CLIENT, INTERNAL -> SamplingResult.drop();
            };
        }

        @Override
        public String getDescription() {
            return "requests and messages, " + ratio.getDescription();
        }
    }
}
