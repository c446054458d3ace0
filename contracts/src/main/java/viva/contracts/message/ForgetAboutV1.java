package viva.contracts.message;

import java.time.Instant;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;

/**
 * An owner wants what they told about something to be forgotten, and has confirmed it. The avatar service deletes the memories with the owner that speak of it,
 * and what is derived from those alone. Done twice it does nothing more.
 *
 * @param requestId the message that confirmed it
 * @param about what it is, in the owner's words such as {@code my dog}; 1 to {@value #MOST_CHARS} characters; untrusted
 * @param toldUntil only memories of what happened up to this real instant are deleted: what is told later is kept
 */
@MessageType("avatar.forget.v1")
public record ForgetAboutV1(AvatarId avatarId, MessageId requestId, String about, Instant toldUntil)
        implements MemoryCommand {
    public static final int MOST_CHARS = 200;
}
