package viva.gateway.timeline;

import java.time.Instant;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.message.Event;

/**
 * One thing that happened to an avatar.
 *
 * @param seq grows along the avatar's timeline, from 1; some may be missing
 * @param eventId the id of the message that said so
 * @param at when it was said
 */
public record Entry(AvatarId avatarId, long seq, UUID eventId, Instant at, Event event) {
    /** What clients know it by. */
    public Cursor cursor() {
        return new Cursor(seq, eventId);
    }
}
