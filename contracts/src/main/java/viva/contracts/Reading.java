package viva.contracts;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What was understood of an owner's message, before a mind takes it in. Whoever journals it need never read the text again.
 *
 * @param reader who read: a name with a version, such as {@code rules-1} or {@code classifier-1:9f2c41aa}
 * @param tones how it was said: strengths in [0, 1] by label in lower snake case; absent means 0
 * @param intents what it wants: strengths in [0, 1] by label in lower snake case; absent means 0
 * @param distress how certain it is that the owner may be in danger of harming themselves, in [0, 1]
 * @param act what the owner does with it, or null when that cannot be told
 */
public record Reading(
        String reader, Map<String, Double> tones, Map<String, Double> intents, double distress, DialogueAct act) {
    public static final int MOST_LABELS = 48;

    public Reading {
        Objects.requireNonNull(reader, "reader");
        tones = checked("tones", tones);
        intents = checked("intents", intents);
        requireUnit("distress", distress);
    }

    private static Map<String, Double> checked(String field, Map<String, Double> strengths) {
        if (strengths == null) {
            return Map.of();
        }
        if (strengths.size() > MOST_LABELS) {
            throw new IllegalArgumentException(
                    "must have at most %d labels: %s has %d".formatted(MOST_LABELS, field, strengths.size()));
        }
        strengths.forEach((label, strength) -> requireUnit(field + "." + label, strength));
        return Collections.unmodifiableMap(new TreeMap<>(strengths));
    }

    private static void requireUnit(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("must be in [0,1]: " + field + " = " + value);
        }
    }
}
