package viva.llm.crisis;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import viva.contracts.Json;

/** The one table of numbers and pages that may be given to an owner, read from {@code crisis/lines.json}. */
public final class CrisisLines {
    private static final String RESOURCE = "/viva/llm/crisis/lines.json";
    private static final List<CrisisLine> LINES = load();

    private CrisisLines() {}

    /** All lines, those of countries and those that help anywhere. */
    public static List<CrisisLine> all() {
        return LINES;
    }

    /** The line of a country; {@code country} is an ISO 3166 code in any case, or null. Empty when there is none. */
    static Optional<CrisisLine> of(String country) {
        if (country == null) {
            return Optional.empty();
        }
        String code = country.strip().toUpperCase(Locale.ROOT);
        return LINES.stream().filter(line -> line.countries().contains(code)).findFirst();
    }

    /** What helps anywhere. */
    static CrisisLine anywhere() {
        return LINES.stream()
                .filter(line -> line.countries().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** The numbers and links that may leave the service. */
    public static List<String> contacts() {
        return LINES.stream()
                .flatMap(line -> Stream.of(line.number(), line.link()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<CrisisLine> load() {
        try (InputStream in = CrisisLines.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + RESOURCE);
            }
            return List.copyOf(Json.mapper().readValue(in, new TypeReference<List<CrisisLine>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
