package viva.contracts.message;

import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;

/**
 * Asks the avatar service to keep a memory.
 *
 * @param memoryId the id that it will have
 * @param kind {@code interaction}, {@code experience}, {@code reflection}, {@code dream}, {@code milestone} or {@code emotional_peak}
 * @param content in the avatar's own words, 1 to {@value #MOST_CHARS} characters
 * @param importance in [0, 1]
 * @param with the other avatars in it
 */
@MessageType("avatar.remember.v1")
public record RememberV1(
        AvatarId avatarId,
        MessageId memoryId,
        String kind,
        String content,
        double importance,
        List<AvatarId> with,
        WorldTime occurredAt)
        implements Command {
    public static final int MOST_CHARS = 2_000;
}
