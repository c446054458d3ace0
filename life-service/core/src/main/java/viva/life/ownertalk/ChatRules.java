package viva.life.ownertalk;

import java.time.Duration;
import viva.life.conversation.Sitting;

/**
 * When a chat with an owner is remembered.
 *
 * @param silence of real time after which a chat is over
 * @param turns messages of the owner after which a running chat is remembered so far; 1 to {@value #MOST_TURNS}
 */
public record ChatRules(Duration silence, int turns) {
    /** So many messages of an owner are surely among the latest that are read. */
    public static final int MOST_TURNS = Sitting.MOST_MESSAGES / 2;

    /** Those of a service that is not configured otherwise. */
    public static final ChatRules DEFAULT = new ChatRules(Sitting.LONGEST_SILENCE, 20);

    public ChatRules {
        if (!silence.isPositive() || turns < 1 || turns > MOST_TURNS) {
            throw new IllegalArgumentException(
                    "must be a silence > 0 and 1 to " + MOST_TURNS + " turns: " + silence + ", " + turns);
        }
    }
}
