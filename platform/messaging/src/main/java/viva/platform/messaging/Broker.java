package viva.platform.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * The service's two links to the broker. They are apart because a broker that runs out of memory or disk stops reading from
 * connections that publish, and acknowledgements must still get through then.
 */
@Singleton
@Startup
public class Broker {
    private static final int AFTER_EVERYBODY_ELSE = 10_000;

    private final BrokerLink publishing;
    private final BrokerLink consuming;

    public Broker(MessagingConfig config) {
        publishing = new BrokerLink("publish", config);
        consuming = new BrokerLink("consume", config);
        publishing.start();
        consuming.start();
    }

    /** For messages that go out. */
    public BrokerLink publishing() {
        return publishing;
    }

    /** For messages that come in, and their acknowledgements. */
    public BrokerLink consuming() {
        return consuming;
    }

    public void stop(@Observes @Priority(AFTER_EVERYBODY_ELSE) ShutdownEvent event) {
        consuming.close();
        publishing.close();
    }
}
