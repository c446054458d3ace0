package viva.gateway.account;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Tells whoever still names operators in a setting that nobody reads it. */
@Singleton
class FormerSettings {
    private static final Logger LOG = Logger.getLogger(FormerSettings.class);
    private static final String OPERATORS = "viva.gateway.operators.";

    private final Config config;

    FormerSettings(Config config) {
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(OPERATORS))
                .forEach(name -> LOG.warnf("%s counts for nothing: say ./viva operator grant NAME", name));
    }
}
