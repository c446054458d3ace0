package viva.platform.service.environment;

import io.smallrye.config.SysPropConfigSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The settings that follow from environment names, ranked below the environment (300) and {@code .env} (295).
 *
 * <p>It counts as a source of the machine, as system properties do, because the build writes what all other sources say into the
 * application: a {@code DATABASE_URL} of the machine that builds, password and all, would end up in the jar.
 */
final class DerivedSettings extends SysPropConfigSource {
    private static final int ORDINAL = 290;

    private final transient Map<String, Supplier<String>> settings;

    DerivedSettings(Map<String, Supplier<String>> settings) {
        this.settings = Map.copyOf(settings);
    }

    @Override
    public Set<String> getPropertyNames() {
        return settings.keySet();
    }

    /** Empty, because a value may be malformed and must fail only when it is asked for by its name. */
    @Override
    public Map<String, String> getProperties() {
        return Map.of();
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
