package viva.life.appraisal;

import java.util.EnumMap;
import java.util.Map;

/** How strongly each tone is heard in a text, in (0, 1]; tones that are not heard are absent. */
public record TextReading(Map<Tone, Double> strengths) {
    public TextReading {
        strengths = Map.copyOf(strengths);
    }

    /** Each further hit closes half of the gap to 1. */
    static TextReading ofHits(EnumMap<Tone, Double> hits) {
        EnumMap<Tone, Double> strengths = new EnumMap<>(Tone.class);
        hits.forEach((tone, hit) -> strengths.put(tone, 1 - StrictMath.pow(.5, hit)));
        return new TextReading(strengths);
    }

    /** In [0, 1]. */
    public double of(Tone tone) {
        return strengths.getOrDefault(tone, 0.0);
    }

    public boolean heard(Tone tone) {
        return strengths.containsKey(tone);
    }
}
