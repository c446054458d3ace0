package viva.load.recall;

import java.util.Collection;
import java.util.Map;

/**
 * How often a memory said that it knows nothing.
 *
 * @param unanswerable questions without an answer
 * @param rightly those of them whose best hit stayed below the bar
 * @param answerable questions with an answer
 * @param wrongly those of them whose best hit stayed below the bar
 */
public record NothingFound(int unanswerable, int rightly, int answerable, int wrongly) {
    static NothingFound of(Collection<Outcome> outcomes) {
        return new NothingFound(
                count(outcomes, false, false),
                count(outcomes, false, true),
                count(outcomes, true, false),
                count(outcomes, true, true));
    }

    private static int count(Collection<Outcome> outcomes, boolean answerable, boolean onlyBelow) {
        return Math.toIntExact(outcomes.stream()
                .filter(outcome -> outcome.question().answerable() == answerable)
                .filter(outcome -> outcome.nothingFound() || !onlyBelow)
                .count());
    }

    /** As fields of a JSON object. */
    Map<String, Integer> figures() {
        return Map.of(
                "unanswerable", unanswerable,
                "unanswerable_below", rightly,
                "answerable", answerable,
                "answerable_below", wrongly);
    }
}
