package viva.deploy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of a YAML document.
 *
 * @param value a map, a list, a scalar or null
 */
record Node(Object value) {
    /** What stands at the end of a path of names; a node without a value when one is missing. */
    Node at(String... path) {
        Object found = value;
        for (String name : path) {
            found = found instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return new Node(found);
    }

    boolean isThere() {
        return value != null;
    }

    /** The scalar as text; empty when there is none. */
    String text() {
        return value == null ? "" : value.toString();
    }

    /** The items of a list; none when it is no list. */
    List<Node> items() {
        return value instanceof List<?> list ? list.stream().map(Node::new).toList() : List.of();
    }

    /** The names in a map; none when it is no map. */
    Set<String> names() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(Objects::toString).collect(Collectors.toSet())
                : Set.of();
    }

    @Override
    public String toString() {
        return text();
    }
}
