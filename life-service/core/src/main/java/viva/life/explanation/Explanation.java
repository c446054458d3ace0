package viva.life.explanation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import viva.contracts.WorldTime;

/**
 * Why a mind changed: what happened, what it meant, what it stirred up, and what came of it.
 *
 * @param at when it happened
 * @param tick the tick number of the mind right after it
 * @param steps from the cause to the act
 */
public record Explanation(WorldTime at, long tick, List<Step> steps) {
    public Explanation {
        Objects.requireNonNull(at, "at");
        steps = List.copyOf(steps);
    }

    /** What a step is about, in the order of a chain. */
    public enum Kind {
        EVENT,
        APPRAISAL,
        EMOTION,
        NEED,
        MOOD,
        DESIRE,
        CHOICE,
        ACT;

        /** Its name in lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One link of the chain.
     *
     * @param text for people, in English; what an owner wrote in it is untrusted
     * @param numbers by name in lower snake case, in the order in which they are told
     */
    public record Step(Kind kind, String text, Map<String, Double> numbers) {
        public Step {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(text, "text");
            numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        }
    }
}
