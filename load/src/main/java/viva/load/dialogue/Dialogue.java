package viva.load.dialogue;

import java.time.Instant;
import java.util.List;

/**
 * What two people said to each other in several sessions, and questions about it.
 *
 * @param turns in the order in which they were said; at least one
 * @param questions at least one
 * @param unknown evidence that names no turn, each with its question
 */
public record Dialogue(String name, List<Turn> turns, List<Question> questions, List<String> unknown) {
    public Dialogue {
        turns = List.copyOf(turns);
        questions = List.copyOf(questions);
        unknown = List.copyOf(unknown);
    }

    /** When the last session took place. */
    public Instant end() {
        return turns.getLast().at();
    }
}
