package viva.life.appraisal;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import viva.contracts.Reading;

/** How strongly each tone is heard in a text, in (0, 1]; tones that are not heard are absent. */
public record TextReading(Map<Tone, Double> strengths) {
    public TextReading {
        strengths = Map.copyOf(strengths);
    }

    /** The tones of a reading that minds know; its other labels mean nothing to them. */
    public static TextReading of(Reading reading) {
        EnumMap<Tone, Double> strengths = new EnumMap<>(Tone.class);
        for (Tone tone : Tone.values()) {
            double strength = reading.tones().getOrDefault(tone.label(), 0.0);
            if (strength > 0) {
                strengths.put(tone, strength);
            }
        }
        return new TextReading(strengths);
    }

    /** By label, as a reading has them. */
    public Map<String, Double> labelled() {
        Map<String, Double> labelled = new TreeMap<>();
        strengths.forEach((tone, strength) -> labelled.put(tone.label(), strength));
        return labelled;
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
