package viva.load.recall;

import java.util.List;
import java.util.Set;
import viva.load.dialogue.Question;

/**
 * What came of a question.
 *
 * @param dialogue the name of the dialogue that it is about
 * @param hits best first; each stands for the turns that it was formed from
 * @param nothingFound whether the best hit stayed below the bar under which a memory says that it knows nothing
 * @param millis how long the search took
 */
public record Outcome(String dialogue, Question question, List<Set<String>> hits, boolean nothingFound, double millis) {
    Score score() {
        return Score.of(hits, question.evidence());
    }
}
