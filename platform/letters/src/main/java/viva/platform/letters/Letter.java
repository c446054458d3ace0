package viva.platform.letters;

import java.time.Instant;

/**
 * A dead letter as it may be listed: all but its words.
 *
 * @param id of the event or command; empty when its sender gave it none
 * @param type of the event or command; {@code unknown} when its envelope cannot be read
 * @param subject the avatar that it is about; empty when its envelope cannot be read
 * @param queue where it died, and where a replay sends it
 * @param reason in the broker's words: {@code rejected}, {@code expired} or {@code delivery_limit}
 * @param tries how often it died, at least 1
 * @param diedAt null when the broker did not say
 * @param bytes of its body
 */
public record Letter(
        String id, String type, String subject, String queue, String reason, int tries, Instant diedAt, int bytes) {
    /** Whether its time was over before anybody took it: nothing is lost with it. */
    public boolean hasExpired() {
        return reason.equals("expired");
    }
}
