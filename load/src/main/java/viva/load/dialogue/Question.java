package viva.load.dialogue;

import java.util.Optional;
import java.util.Set;

/**
 * A question about a dialogue, asked after its last session.
 *
 * @param evidence the ids of all turns that hold the answer
 * @param category in words
 * @param answerable whether the dialogue holds an answer at all
 * @param half empty in files that do not part their questions
 */
public record Question(String text, Set<String> evidence, String category, boolean answerable, Optional<Half> half) {
    public Question {
        evidence = Set.copyOf(evidence);
    }

    /** Whether there are turns to be found. */
    public boolean hasEvidence() {
        return answerable && !evidence.isEmpty();
    }
}
