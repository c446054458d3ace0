package viva.platform.service.environment;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One name that operators know.
 *
 * @param settings what follows from it at least; when its value is malformed, reading one of these fails with the reason, so that
 *     only the services that need it refuse to start
 * @param reader turns its value into settings
 */
record EnvironmentName(String name, Set<String> settings, Function<String, Map<String, String>> reader) {
    static EnvironmentName url(String name, String setting, String... schemes) {
        return new EnvironmentName(name, Set.of(setting), text -> {
            ServerUrl.parse(name, text, new TreeSet<>(Set.of(schemes)));
            return Map.of(setting, withoutSlash(text.strip()));
        });
    }

    static EnvironmentName number(String name, String setting, int least, int most) {
        return new EnvironmentName(
                name, Set.of(setting), text -> Map.of(setting, WholeNumber.in(name, text, least, most)));
    }

    /** A value that its service reads itself, because it works without it as well. */
    static EnvironmentName text(String name, String setting) {
        return new EnvironmentName(name, Set.of(setting), text -> Map.of(setting, text.strip()));
    }

    Map<String, Supplier<String>> read(String text) {
        Map<String, Supplier<String>> read = new LinkedHashMap<>();
        try {
            reader.apply(text).forEach((setting, value) -> read.put(setting, () -> value));
        } catch (Malformed malformed) {
            Supplier<String> failing = () -> {
                throw new ConfigurationException(malformed.getMessage());
            };
            settings.forEach(setting -> read.put(setting, failing));
        }
        return read;
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
