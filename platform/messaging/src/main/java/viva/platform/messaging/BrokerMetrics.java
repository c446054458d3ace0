package viva.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Shows whether the links to the broker are open, and what waits to be published. */
@Singleton
class BrokerMetrics {
    void register(@Observes StartupEvent event, Broker broker, ConfirmedPublisher publisher, MeterRegistry registry) {
        link(registry, "publish", broker.publishing());
        link(registry, "consume", broker.consuming());
        Gauge.builder("viva.publisher.waiting", publisher, ConfirmedPublisher::waiting)
                .description("messages that wait for the broker's confirmation")
                .register(registry);
    }

    private static void link(MeterRegistry registry, String name, BrokerLink link) {
        Gauge.builder("viva.broker.connected", link, it -> it.isOpen() ? 1 : 0)
                .description("1 while the link to the broker is open")
                .tag("link", name)
                .register(registry);
    }
}
