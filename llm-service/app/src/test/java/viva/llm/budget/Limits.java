package viva.llm.budget;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Settings as an operator writes them. */
final class Limits {
    private static final int ORDINAL = 500;

    private Limits() {}

    /** @param settings name and value in turn, without the prefix */
    static BudgetLimits of(String... settings) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            properties.put("viva.llm.budget." + settings[i], settings[i + 1]);
        }
        return of(new PropertiesConfigSource(properties, "test", ORDINAL));
    }

    static BudgetLimits ofEnvironment(Map<String, String> variables) {
        return of(new EnvConfigSource(variables, ORDINAL));
    }

    private static BudgetLimits of(ConfigSource source) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(BudgetLimits.class)
                .withSources(source)
                .build()
                .getConfigMapping(BudgetLimits.class);
    }
}
