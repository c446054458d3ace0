package viva.avatar.memory;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import viva.contracts.AvatarId;

/**
 * Whether two memories of one avatar say the same, so that one of them suffices. Of the same kind, with the same participants and speaker they are the same when their
 * normal texts are equal; or when they mean the same and differ by nothing but words that say nothing. Cosine alone cannot tell love from hate, red wine from white, nor
 * who bit whom: e5-small gives "Dog bites man" and "Man bites dog" .98.
 *
 * @param speaker null when it is nobody's line
 */
public record Sameness(MemoryKind kind, List<AvatarId> with, String speaker, String content) {
    /** Words that say nothing, in English and Portuguese, in normal form. Neither times of verbs nor words that join are among them. */
    private static final Set<String> FILLERS = Set.of(
            "a",
            "an",
            "the",
            "so",
            "very",
            "just",
            "really",
            "quite",
            "too",
            "also",
            "oh",
            "ah",
            "well",
            "wow",
            "o",
            "os",
            "as",
            "um",
            "uma",
            "muito",
            "mesmo",
            "realmente",
            "tambem",
            "entao",
            "bem");

    public Sameness {
        with = List.copyOf(with);
    }

    /**
     * Whether this is the same as another one.
     *
     * @param cosine of their vectors, in [-1, 1]; NaN when it is not known
     * @param least from which cosine on texts mean the same; it belongs to the model
     */
    public boolean isSame(Sameness other, double cosine, double least) {
        return hasSameFrame(other)
                && (NormalText.of(content).equals(NormalText.of(other.content))
                        || (cosine >= least && words(content).equals(words(other.content))));
    }

    private boolean hasSameFrame(Sameness other) {
        return kind == other.kind
                && Set.copyOf(with).equals(Set.copyOf(other.with))
                && Objects.equals(speaker, other.speaker);
    }

    /** The same for texts that may be the same if they mean the same; a text without words has none. */
    public static Long fingerprint(String content) {
        List<String> words = words(content);
        return words.isEmpty()
                ? null
                : words.stream().mapToLong(String::hashCode).reduce(17, (sum, hash) -> sum * 1_000_003 + hash);
    }

    private static List<String> words(String content) {
        return Arrays.stream(NormalText.of(content).split(" ", -1))
                .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                .toList();
    }
}
