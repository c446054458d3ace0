package viva.llm.understanding;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import viva.llm.phrasebook.Language;

/**
 * What was understood of a message.
 *
 * @param strengths how certain each intent is, in [0, 1]; absent means 0
 * @param sarcastic whether praise seems to mean its opposite; a mark of the tone, the intents are what is really meant
 * @param language the language it is written in, as far as that can be told
 * @param distress how certain it is that the owner may be in danger of harming themselves, in [0, 1]
 * @param reader who read, with version and hash, such as {@code classifier-1:9f2c41aa}
 */
public record Understood(
        Map<Intent, Double> strengths, boolean sarcastic, Language language, double distress, String reader) {
    /** From this strength on an intent is meant. */
    public static final double MEANT = .5;

    public Understood {
        EnumMap<Intent, Double> copy = new EnumMap<>(Intent.class);
        copy.putAll(strengths);
        strengths = Collections.unmodifiableMap(copy);
    }

    /** What most needs an answer: the weightiest of the intents that are meant. */
    public Optional<Intent> leading() {
        return strengths.entrySet().stream()
                .filter(strength -> strength.getValue() >= MEANT)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
