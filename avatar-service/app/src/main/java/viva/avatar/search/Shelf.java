package viva.avatar.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import viva.avatar.recall.Remembered;

/**
 * One avatar's memories at a version, in order.
 *
 * @param version of the latest change
 * @param reload the version at which memories went
 */
record Shelf(long version, long reload, List<Remembered> memories) {
    static final Shelf EMPTY = new Shelf(0, 0, List.of());

    Shelf {
        memories = List.copyOf(memories);
    }

    /** With what changed up to another version. */
    Shelf with(List<Remembered> changed, long newVersion, long newReload) {
        Map<UUID, Remembered> byId = new LinkedHashMap<>();
        memories.forEach(memory -> byId.put(memory.id(), memory));
        changed.forEach(memory -> byId.put(memory.id(), memory));
        List<Remembered> ordered = new ArrayList<>(byId.values());
        ordered.sort(Remembered.IN_ORDER);
        return new Shelf(newVersion, newReload, ordered);
    }

    /** Whose lines there are, in normal form. */
    Set<String> speakers() {
        return memories.stream()
                .map(Remembered::speaker)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
