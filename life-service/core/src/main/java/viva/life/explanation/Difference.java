package viva.life.explanation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import viva.contracts.Needs;
import viva.life.explanation.Explanation.Kind;
import viva.life.feeling.Feeling;
import viva.life.folding.EmotionLevels;
import viva.life.mind.Snapshot;

/** What differs between two readings of a mind, from right before and right after a step. */
final class Difference {
    /** Changes that nobody would see in two digits are left out. */
    private static final double LEAST_EMOTION = .005;

    private static final double LEAST_NEED = .05;

    private Difference() {}

    static void tell(Snapshot before, Snapshot after, Chain chain) {
        for (Feeling feeling : Feeling.values()) {
            double from = EmotionLevels.of(before.emotions(), feeling);
            double to = EmotionLevels.of(after.emotions(), feeling);
            if (Math.abs(to - from) >= LEAST_EMOTION) {
                String text = String.format(Locale.ROOT, "%s went from %.2f to %.2f", Chain.label(feeling), from, to);
                chain.moved(Kind.EMOTION, text, from, to);
            }
        }
        Map<String, Double> levels = levels(after.needs());
        levels(before.needs()).forEach((need, from) -> need(need, from, levels.get(need), chain));
    }

    private static void need(String need, double from, double to, Chain chain) {
        if (Math.abs(to - from) >= LEAST_NEED) {
            chain.moved(Kind.NEED, String.format(Locale.ROOT, "%s went from %.1f to %.1f", need, from, to), from, to);
        }
    }

    static void desire(Snapshot before, Snapshot after, Chain chain) {
        String then = before.desire().label();
        String now = after.desire().label();
        chain.add(
                Kind.DESIRE,
                then.equals(now)
                        ? "what it wants most stays " + now
                        : "what it wants most went from " + then + " to " + now);
    }

    /** The needs by name, each in [0, 100]. */
    static Map<String, Double> levels(Needs needs) {
        Map<String, Double> levels = new LinkedHashMap<>();
        levels.put("energy", needs.energy());
        levels.put("social", needs.social());
        levels.put("stimulation", needs.stimulation());
        levels.put("comfort", needs.comfort());
        return levels;
    }
}
