package viva.life.encounter;

import java.time.Duration;

/**
 * How avatars meet and talk with each other.
 *
 * @param enabled whether they meet at all; without, every search for company ends with nobody
 * @param breath real time between the yes of a guest and the first word: its shard has to hear of it first
 * @param turnDeadline how long the llm service may take for one turn, in real time
 */
public record EncounterRules(boolean enabled, Duration breath, Duration turnDeadline) {
    /** Those of a service that is not configured otherwise. */
    public static final EncounterRules DEFAULT =
            new EncounterRules(true, Duration.ofMillis(500), Duration.ofSeconds(4));
}
