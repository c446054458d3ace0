package viva.life.conversation;

import java.time.Instant;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.SpeakV1;

/**
 * An answer that is awaited from the llm service.
 *
 * @param request what the llm service was asked
 * @param dueAt from this real instant on the avatar speaks without it
 */
public record Ask(CloudEvent<SpeakV1> request, Instant dueAt) {
    /** When words are due that nobody was asked for: at once. */
    public static final Instant NOT_SENT = Instant.EPOCH;

    /** The message that wants an answer: the key of the ask. */
    public MessageId inReplyTo() {
        return request.data().inReplyTo();
    }

    /** Whether the llm service was asked at all. */
    public boolean wasSent() {
        return !dueAt.equals(NOT_SENT);
    }

    /** Whether the owner is the one who waits. */
    public boolean isForOwner() {
        return switch (request.data().occasion()) {
            case ANSWER, GREETING -> true;
            case TURN, REACH_OUT, THOUGHT -> false;
        };
    }

    /** The same one, awaited until another instant. */
    public Ask until(Instant instant) {
        return new Ask(request, instant);
    }

    public AvatarId avatar() {
        return request.subject();
    }
}
