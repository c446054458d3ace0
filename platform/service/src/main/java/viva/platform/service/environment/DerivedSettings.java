package viva.platform.service.environment;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The settings that follow from environment names, ranked below the environment (300) and {@code .env} (295). */
record DerivedSettings(Map<String, Supplier<String>> settings) implements ConfigSource {
    private static final int ORDINAL = 290;

    @Override
    public Set<String> getPropertyNames() {
        return settings.keySet();
    }

    @Override
    public String getValue(String name) {
        Supplier<String> setting = settings.get(name);
        return setting == null ? null : setting.get();
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    @Override
    public String getName() {
        return "environment names";
    }
}
