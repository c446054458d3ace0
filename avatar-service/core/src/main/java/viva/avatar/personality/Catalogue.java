package viva.avatar.personality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The words from which chance picks what an avatar cares about. */
public record Catalogue(List<String> interests, List<String> values) {
    public Catalogue {
        interests = List.copyOf(interests);
        values = List.copyOf(values);
    }

    /** The catalogue that ships with the avatar service: {@code interests.txt} and {@code values.txt}, one entry a line. */
    public static Catalogue standard() {
        return new Catalogue(lines("interests.txt"), lines("values.txt"));
    }

    private static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
