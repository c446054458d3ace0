package viva.contracts.message;

import viva.contracts.AvatarId;
import viva.contracts.MessageId;

/**
 * A part of an answer to the owner, shown before the answer is complete: one or more whole sentences. Put one after the other, the parts are the
 * beginning of the answer; the message that follows replaces them.
 *
 * @param inReplyTo the owner's message
 * @param index from 0; after a gap the rest is not shown
 * @param content with the blank that parts it from the sentence before
 */
@MessageType("live.delta.v1")
public record AnswerDeltaV1(AvatarId avatarId, MessageId inReplyTo, int index, String content) implements LiveFrame {}
