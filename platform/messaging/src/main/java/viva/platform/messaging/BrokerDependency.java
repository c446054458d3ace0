package viva.platform.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import viva.platform.health.Dependency;

/** The broker is there when both links are: it runs, lets this service in and knows the topology. */
@Singleton
class BrokerDependency implements Dependency {
    private final Broker broker;

    BrokerDependency(Broker broker) {
        this.broker = broker;
    }

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public Kind kind() {
        return Kind.SERVER;
    }

    @Override
    public Uni<?> probe() {
        return broker.publishing().isOpen() && broker.consuming().isOpen()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(() -> new IOException("a link to the broker is down"));
    }
}
