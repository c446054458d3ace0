package viva.avatar.memory;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import viva.contracts.AvatarId;

/**
 * Whether two memories of one avatar say the same, so that one of them suffices. Of the same kind, with the same participants and speaker they are the same when their
 * normal texts are equal, or when they mean the same: cosine, numbers, negations and words of content agree. Cosine alone cannot tell love from hate, nor red
 * wine from white.
 *
 * @param speaker null when it is nobody's line
 * @param terms the hashes of the stems of the words of content
 */
public record Sameness(MemoryKind kind, List<AvatarId> with, String speaker, String content, Set<Integer> terms) {
    public Sameness {
        with = List.copyOf(with);
        terms = Set.copyOf(terms);
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
                        || (cosine >= least && agreesInWords(other)));
    }

    private boolean hasSameFrame(Sameness other) {
        return kind == other.kind
                && Set.copyOf(with).equals(Set.copyOf(other.with))
                && Objects.equals(speaker, other.speaker);
    }

    private boolean agreesInWords(Sameness other) {
        return terms.equals(other.terms)
                && NormalText.numbers(content).equals(NormalText.numbers(other.content))
                && NormalText.negations(content) == NormalText.negations(other.content);
    }
}
