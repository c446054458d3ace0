package viva.platform.connector;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.inject.ConfigExtension;
import io.smallrye.reactive.messaging.providers.AbstractMediator;
import io.smallrye.reactive.messaging.providers.extension.ReactiveMessagingExtension;
import io.smallrye.reactive.messaging.rabbitmq.RabbitMQConnector;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** An application that reads one queue through the connector, with the settings that VIVA would give it. */
final class ConnectorApp implements AutoCloseable {
    static final String CHANNEL = "in";
    static final int PREFETCH = 100;

    private static final String CONNECTOR = "mp.messaging.connector.smallrye-rabbitmq.";
    private static final String INCOMING = "mp.messaging.incoming." + CHANNEL + ".";

    private final SmallRyeConfig config;
    private final WeldContainer container;

    /** Begins to read; the broker may be away. */
    ConnectorApp(URI broker, String queue, int heartbeatSeconds) {
        config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings(broker, queue, heartbeatSeconds), "test", 100))
                .build();
        ConfigProviderResolver.instance()
                .registerConfig(config, Thread.currentThread().getContextClassLoader());
        container = new Weld()
                .disableDiscovery()
                .setBeanDiscoveryMode(BeanDiscoveryMode.ANNOTATED)
                .addPackages(true, AbstractMediator.class.getPackage(), RabbitMQConnector.class.getPackage())
                .addBeanClasses(Arrivals.class)
                .addExtensions(new ConfigExtension(), new ReactiveMessagingExtension())
                .initialize();
    }

    private static Map<String, String> settings(URI broker, String queue, int heartbeatSeconds) {
        List<String> user = List.of(broker.getUserInfo().split(":", 2));
        Map<String, String> settings = new HashMap<>();
        settings.put(CONNECTOR + "host", broker.getHost());
        settings.put(CONNECTOR + "port", Integer.toString(broker.getPort()));
        settings.put(CONNECTOR + "username", user.get(0));
        settings.put(CONNECTOR + "password", user.get(1));
        settings.put(CONNECTOR + "max-outstanding-messages", Integer.toString(PREFETCH));
        settings.put(CONNECTOR + "reconnect-interval", "1");
        settings.put(CONNECTOR + "reconnect-attempts", Integer.toString(Integer.MAX_VALUE));
        settings.put(CONNECTOR + "requested-heartbeat", Integer.toString(heartbeatSeconds));
        settings.put(CONNECTOR + "queue.declare", "false");
        settings.put(CONNECTOR + "exchange.declare", "false");
        settings.put(CONNECTOR + "health-enabled", "false");
        settings.put(CONNECTOR + "tracing-enabled", "false");
        settings.put(INCOMING + "connector", RabbitMQConnector.CONNECTOR_NAME);
        settings.put(INCOMING + "queue.name", queue);
        return settings;
    }

    Arrivals arrivals() {
        return container.select(Arrivals.class).get();
    }

    @Override
    public void close() {
        container.close();
        ConfigProviderResolver.instance().releaseConfig(config);
    }
}
