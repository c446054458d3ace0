package viva.contracts;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * An avatar that is named in a text.
 *
 * @param name as it stands in the text
 */
public record Mention(AvatarId id, String name) {
    public Mention {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    /** Those of {@code known} whose names occur in a text, each once. */
    public static List<Mention> in(String text, Collection<Mention> known) {
        return known.stream()
                .distinct()
                .filter(mention -> text.contains(mention.name()))
                .toList();
    }
}
