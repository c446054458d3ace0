package viva.life.mind;

import java.util.List;

/**
 * What became of a mind.
 *
 * @param intents what it wants done, in the order in which it decided so
 * @param ticks how many ticks were lived on the way
 */
public record Outcome(Mind mind, List<Intent> intents, int ticks) {
    public Outcome {
        intents = List.copyOf(intents);
    }
}
