package viva.platform.service.environment;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** Several addresses of one service, separated by commas. */
    static EnvironmentName urls(String name, String setting, String... schemes) {
        return new EnvironmentName(name, Set.of(setting), text -> {
            List<String> urls = new ArrayList<>();
            for (String url : text.split(",", -1)) {
                ServerUrl.parse(name, url, new TreeSet<>(Set.of(schemes)));
                urls.add(withoutSlash(url.strip()));
            }
            return Map.of(setting, String.join(",", urls));
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
            read.putAll(failing(malformed));
        }
        return read;
    }

    /** Reads the value from a file, without the line's end. */
    Map<String, Supplier<String>> readFile(Path file) {
        try {
            return read(Files.readString(file).strip());
        } catch (IOException unreadable) {
            return failing(new Malformed(name + "_FILE", "names a file that cannot be read: " + file));
        }
    }

    private Map<String, Supplier<String>> failing(Malformed malformed) {
        Map<String, Supplier<String>> failing = new LinkedHashMap<>();
        Supplier<String> thrower = () -> {
            throw new ConfigurationException(malformed.getMessage());
        };
        settings.forEach(setting -> failing.put(setting, thrower));
        return failing;
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
