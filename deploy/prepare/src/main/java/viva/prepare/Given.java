package viva.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import viva.platform.servers.ServerFailure;

/** Values by name: {@code NAME} itself, or the text of the file that {@code NAME_FILE} names. Empty counts as absent. */
public record Given(Function<String, String> names) {
    private static final String FILE = "_FILE";

    /**
     * The value of a name, if it has one.
     *
     * @throws ServerFailure when there is a file's name but no such file
     */
    public Optional<String> get(String name) {
        return text(name).or(() -> text(name + FILE).map(file -> read(name, Path.of(file))));
    }

    /**
     * The value of a name that must have one.
     *
     * @throws ServerFailure when it is absent
     */
    public String require(String name) {
        return get(name).orElseThrow(() -> new ServerFailure("%s (or %s%s) is missing".formatted(name, name, FILE)));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(names.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String read(String name, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ServerFailure("Cannot read %s, which %s%s names".formatted(file, name, FILE), e);
        }
    }
}
