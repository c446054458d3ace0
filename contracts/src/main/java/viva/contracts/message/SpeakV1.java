package viva.contracts.message;

import java.time.Instant;
import java.util.List;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.contracts.StateView;

/**
 * Asks the llm service to put an avatar's answer into words. Sent to {@code llm.interactive}, {@code llm.conversation} or
 * {@code llm.background}; the answer is a {@link WordsV1} to the avatar's shard.
 *
 * @param inReplyTo the message to answer
 * @param messageId the id that the answer will have
 * @param state how the avatar is as it speaks
 * @param recent the latest messages before {@code said}, oldest first, at most 20
 * @param said what is to be answered; untrusted
 * @param deadline after this instant nobody waits for the words any more
 */
@MessageType("llm.speak.v1")
public record SpeakV1(
        AvatarId avatarId,
        ConversationId conversationId,
        MessageId inReplyTo,
        MessageId messageId,
        AvatarProfile profile,
        StateView state,
        List<Line> recent,
        String said,
        Instant deadline)
        implements Command {
    public SpeakV1 {
        recent = List.copyOf(recent);
    }

    /** One earlier message. */
    public record Line(Author author, String content) {}
}
