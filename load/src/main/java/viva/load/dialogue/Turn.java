package viva.load.dialogue;

import java.time.Instant;

/**
 * What one of the two said.
 *
 * @param id unique in its dialogue, such as {@code D1:3}
 * @param at when its session took place
 */
public record Turn(String id, String speaker, String text, Instant at) {
    /** The text as a memory, which begins with the name of its speaker. */
    public String content() {
        return speaker + ": " + text;
    }
}
