package viva.contracts.message;

import java.time.Instant;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;

/**
 * The first words of an answer came in time, and the rest is on its way: the answer is worth waiting for a while longer.
 *
 * @param inReplyTo as in the {@link SpeakV1}
 * @param messageId the id that the answer will have
 * @param until the answer comes before this real instant, or not at all
 */
@MessageType("life.answer_begun.v1")
public record AnswerBegunV1(AvatarId avatarId, MessageId inReplyTo, MessageId messageId, Instant until)
        implements LifeCommand {}
