package viva.life.folding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import viva.life.mind.Input;

/**
 * The kinds of inputs as they stand in a journal: the names of the records in lower snake case. A record that was once journalled
 * keeps its name.
 */
public final class InputKinds {
    private static final Map<String, Class<? extends Input>> TYPES = Arrays.stream(Input.class.getPermittedSubclasses())
            .map(type -> type.<Input>asSubclass(Input.class))
            .collect(Collectors.toUnmodifiableMap(InputKinds::of, Function.identity()));

    private InputKinds() {}

    /** The kind of an input, such as {@code owner_message}. */
    public static String of(Input input) {
        return of(input.getClass());
    }

    /** The type of an input; empty when there is no such kind. */
    public static Optional<Class<? extends Input>> type(String kind) {
        return Optional.ofNullable(TYPES.get(kind));
    }

    private static String of(Class<?> type) {
        return type.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
