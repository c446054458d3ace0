package viva.life.ownertalk;

import java.time.Duration;

/**
 * How long an answer to an owner is awaited, in real time.
 *
 * @param deadline until the avatar speaks with the offline voice
 * @param longest after the deadline, when the first words came in time
 */
public record AnswerRules(Duration deadline, Duration longest) {
    /** Those of a service that is not configured otherwise. */
    public static final AnswerRules DEFAULT = new AnswerRules(Duration.ofSeconds(5), Duration.ofSeconds(30));
}
